"""Reads a Sounding vault, written from docs/vault.md with Python's standard library alone.

    reader.py vault FILE CODE          everything in a vault, as JSON, by its recovery code
    reader.py passphrase FILE          the same by the passphrase on standard input (many minutes: Argon2id in Python)
    reader.py vectors FILE             checks the published vectors, but for the one that needs Argon2id at full cost
    reader.py argon2                   checks this Argon2id against the vector of RFC 9106, section 5.3
"""
import base64, hashlib, hmac, json, struct, sys, unicodedata, zlib

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
M32, M64 = 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF


class Damaged(Exception):
    pass


# XChaCha20-Poly1305 (RFC 8439, and draft-irtf-cfrg-xchacha-03)

def rotl(x, n):
    return ((x << n) & M32) | (x >> (32 - n))


def chacha_rounds(state):
    x = list(state)

    def quarter(a, b, c, d):
        x[a] = (x[a] + x[b]) & M32; x[d] = rotl(x[d] ^ x[a], 16)
        x[c] = (x[c] + x[d]) & M32; x[b] = rotl(x[b] ^ x[c], 12)
        x[a] = (x[a] + x[b]) & M32; x[d] = rotl(x[d] ^ x[a], 8)
        x[c] = (x[c] + x[d]) & M32; x[b] = rotl(x[b] ^ x[c], 7)

    for _ in range(10):
        quarter(0, 4, 8, 12); quarter(1, 5, 9, 13); quarter(2, 6, 10, 14); quarter(3, 7, 11, 15)
        quarter(0, 5, 10, 15); quarter(1, 6, 11, 12); quarter(2, 7, 8, 13); quarter(3, 4, 9, 14)
    return x


CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")


def chacha_block(key, counter, nonce):
    state = CONSTANTS + struct.unpack("<8I", key) + (counter,) + struct.unpack("<3I", nonce)
    return struct.pack("<16I", *[(a + b) & M32 for a, b in zip(state, chacha_rounds(state))])


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(message), 16):
        total = (total + int.from_bytes(message[at:at + 16] + b"\x01", "little")) * r % ((1 << 130) - 5)
    return ((total + int.from_bytes(key[16:], "little")) & ((1 << 128) - 1)).to_bytes(16, "little")


def xchacha_open(key, nonce, sealed, extra):
    rounds = chacha_rounds(CONSTANTS + struct.unpack("<8I", key) + struct.unpack("<4I", nonce[:16]))
    key, nonce = struct.pack("<8I", *(rounds[:4] + rounds[12:])), b"\0\0\0\0" + nonce[16:]
    text, tag = sealed[:-16], sealed[-16:]
    pad = lambda b: b + b"\0" * (-len(b) % 16)
    whole = pad(extra) + pad(text) + struct.pack("<QQ", len(extra), len(text))
    if not hmac.compare_digest(poly1305(chacha_block(key, 0, nonce)[:32], whole), tag):
        raise Damaged("does not authenticate")
    stream = b"".join(chacha_block(key, 1 + at // 64, nonce) for at in range(0, len(text), 64))
    return bytes(a ^ b for a, b in zip(text, stream))


# Argon2id (RFC 9106)

def blake_long(length, data):
    data = struct.pack("<I", length) + data
    if length <= 64:
        return hashlib.blake2b(data, digest_size=length).digest()
    out, v = b"", hashlib.blake2b(data).digest()
    while length - len(out) > 64:
        out += v[:32]
        v = hashlib.blake2b(v, digest_size=min(64, length - len(out))).digest()
    return out + v


def argon_mix(v, a, b, c, d):
    def f(x, y):
        return (x + y + 2 * (x & M32) * (y & M32)) & M64

    def rotr(x, n):
        return (x >> n) | (x << (64 - n)) & M64

    for n, m in ((32, 24), (16, 63)):
        v[a] = f(v[a], v[b]); v[d] = rotr(v[d] ^ v[a], n)
        v[c] = f(v[c], v[d]); v[b] = rotr(v[b] ^ v[c], m)


def argon_compress(x, y):
    r = [a ^ b for a, b in zip(x, y)]
    q = list(r)
    rows = [[16 * i + j for j in range(16)] for i in range(8)]
    columns = [[2 * i + 16 * (j // 2) + j % 2 for j in range(16)] for i in range(8)]
    for at in rows + columns:
        for a, b, c, d in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                           (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            argon_mix(q, at[a], at[b], at[c], at[d])
    return [a ^ b for a, b in zip(q, r)]


def argon2id(password, salt, t, m, p, length, secret=b"", extra=b""):
    frame = lambda b: struct.pack("<I", len(b)) + b
    h0 = hashlib.blake2b(struct.pack("<6I", p, length, m, t, 0x13, 2) + frame(password) + frame(salt)
                         + frame(secret) + frame(extra)).digest()
    m = m // (4 * p) * 4 * p
    lane, part = m // p, m // p // 4
    words = lambda b: list(struct.unpack("<128Q", b))
    memory = [[None] * lane for _ in range(p)]
    for i in range(p):
        for j in (0, 1):
            memory[i][j] = words(blake_long(1024, h0 + struct.pack("<II", j, i)))
    zero = [0] * 128
    for turn in range(t):
        for piece in range(4):
            for i in range(p):
                block = [turn, i, piece, m, t, 2] + [0] * 122
                addresses = []
                for at in range(part):
                    independent = turn == 0 and piece < 2
                    if independent and at % 128 == 0:
                        block[6] += 1
                        addresses = argon_compress(zero, argon_compress(zero, block))
                    j = piece * part + at
                    if turn == 0 and j < 2:
                        continue
                    before = memory[i][j - 1]
                    drawn = addresses[at % 128] if independent else before[0]
                    low, other = drawn & M32, (drawn >> 32) % p
                    if turn == 0 and piece == 0:
                        other = i
                    if turn == 0:
                        size, start = piece * part, 0
                    else:
                        size, start = lane - part, (piece + 1) % 4 * part
                    size += at - 1 if other == i else (-1 if at == 0 else 0)
                    pick = size - 1 - (size * (low * low >> 32) >> 32)
                    new = argon_compress(before, memory[other][(start + pick) % lane])
                    old = memory[i][j]
                    memory[i][j] = new if turn == 0 else [a ^ b for a, b in zip(new, old)]
    last = zero
    for i in range(p):
        last = [a ^ b for a, b in zip(last, memory[i][lane - 1])]
    return blake_long(length, struct.pack("<128Q", *last))


def check_argon2():
    tag = argon2id(b"\1" * 32, b"\2" * 16, 3, 32, 4, 32, b"\3" * 8, b"\4" * 12)
    assert tag.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659", tag.hex()


# Section 2: the file

def fnv(data):
    h = 14695981039346656037
    for b in data:
        h = (h ^ b) * 1099511628211 & M64
    return h


class File:
    def __init__(self, path):
        self.data = open(path, "rb").read()
        titles = [self.title(0)]
        sizes = [titles[0]["size"]] if titles[0] else [1 << n for n in range(12, 17)]
        titles += [self.title(size) for size in sizes]
        best = max([t for t in titles if t], key=lambda t: t["transaction"], default=None)
        if not best:
            raise Damaged("no title page is whole")
        self.size = best["size"]
        self.buckets = {name: dict(self.bucket(value)) for name, value, _ in self.leaves(best["root"])}

    def title(self, at):
        page = self.data[at:at + 80]
        if len(page) < 80 or fnv(page[16:72]) != struct.unpack_from("<Q", page, 72)[0]:
            return None
        magic, version, size, _, root, _, _, _, transaction = struct.unpack_from("<4I5Q", page, 16)
        if magic != 0xED0CDAED or version != 2:
            return None
        return {"size": size, "root": root, "transaction": transaction}

    def leaves(self, number, page=None):
        if page is None:
            overflow = struct.unpack_from("<I", self.data, number * self.size + 12)[0]
            page = self.data[number * self.size:(number + 1 + overflow) * self.size]
        kind, count = struct.unpack_from("<HH", page, 8)
        for n in range(count):
            at = 16 + 16 * n
            if kind == 1:
                yield from self.leaves(struct.unpack_from("<Q", page, at + 8)[0])
            elif kind == 2:
                flags, position, keys, values = struct.unpack_from("<4I", page, at)
                begin = at + position
                yield page[begin:begin + keys], page[begin + keys:begin + keys + values], flags
            else:
                raise Damaged("a page is of the wrong kind")

    def bucket(self, value):
        root = struct.unpack_from("<Q", value)[0]
        for key, cell, _ in self.leaves(root, None if root else value[16:]):
            yield key, cell


# Sections 3 to 7

def hkdf(secret, salt, info):
    key = hmac.digest(salt or b"\0" * 32, secret, "sha256")
    return hmac.digest(key, info + b"\1", "sha256")


def frame(b):
    return struct.pack("<I", len(b)) + b


def unframe(b):
    size = struct.unpack_from("<I", b)[0]
    return b[4:4 + size], b[4 + size:]


def recovery(code):
    number = 0
    letters = code.upper().replace("-", "").replace(" ", "").replace("O", "0").replace("I", "1").replace("L", "1")
    for letter in letters:
        number = number << 5 | CROCKFORD.index(letter)
    raw = (number >> 12).to_bytes(16, "big")
    check = hashlib.sha256(b"sounding/recovery/v1\0" + raw).digest()
    assert len(letters) == 28 and number & 0xFFF == int.from_bytes(check[:2], "big") >> 4, "the code is mistyped"
    return raw


class Vault:
    def __init__(self, path, secret, kind):
        self.cells = File(path).buckets
        self.header = self.read_header()
        if self.header["min_reader"] > 1:
            raise Damaged("written by a newer version")
        self.id = bytes.fromhex(self.header["vault"])
        self.derive(self.open_slot(secret, kind))

    def read_header(self):
        for key in (b"v1a", b"v1b"):
            cell = self.cells[b"hdr"].get(key, b"")
            if len(cell) > 32 and hashlib.sha256(cell[:-32]).digest() == cell[-32:]:
                return json.loads(cell[:-32])
        raise Damaged("the header is damaged")

    def open_slot(self, secret, kind):
        slot = next(s for s in self.header["slots"] if s["kind"] == kind)
        salt, nonce, wrapped = (base64.b64decode(slot[n]) for n in ("salt", "nonce", "wrapped"))
        m, t, p = slot.get("m", 0), slot.get("t", 0), slot.get("p", 0)
        if kind == "passphrase":
            assert 65536 <= m <= 4194304 and 3 <= t <= 64 and p >= 4, "the cost is out of bounds"
            normal = unicodedata.normalize("NFC", secret).encode()
            key = hkdf(argon2id(normal, salt, t, m, p, 32), b"", b"sounding/v1/slot")
        else:
            key = hkdf(secret, salt, b"sounding/v1/" + kind.encode())
        number = {"passphrase": 1, "recovery": 2, "keyring": 3}[kind]
        extra = (b"sounding/slot/v1\0" + self.id + struct.pack("<IBIIB", self.header["epoch"], number, m, t, p)
                 + frame(salt))
        return xchacha_open(key, nonce, wrapped, extra)

    def derive(self, master):
        self.kk, self.km, self.kh, self.ka = (
            hkdf(master, self.id, b"sounding/v1/" + n) for n in (b"keys", b"meta", b"manifest", b"anchor"))

    def open(self, key, bucket, at, cell):
        if len(cell) < 56 or cell[0:3] != b"R\1\1" or cell[3] > 3:
            raise Damaged("no cell of this format")
        flags, revision = cell[3], struct.unpack_from("<Q", cell, 8)[0]
        extra = b"sounding/rec/v1\0" + cell[:16] + self.id + frame(bucket) + frame(at)
        text = xchacha_open(key, cell[16:40], cell[40:], extra)
        return flags, revision, unframe(text)[0] if flags & 1 else text

    def cell_hash(self, bucket, at, cell):
        return hmac.digest(self.kh, frame(b"sounding/cell/v1") + frame(bucket) + frame(at) + cell[-16:] + cell[:40],
                           "sha256")

    def name(self, label, *parts):
        return hmac.digest(self.kh, b"".join(map(frame, (b"sounding/name/v1", label) + parts)), "sha256")[:16]

    def manifest(self):
        at = b"manifest"
        _, revision, text = self.open(self.km, b"meta", at, self.cells[b"meta"][at])
        saves, count, _ = struct.unpack_from("<QQQ", text)
        total, found = 0, 0
        for bucket, cells in self.cells.items():
            if bucket in (b"hdr", b"engine"):
                continue
            for key, cell in cells.items():
                if (bucket, key) != (b"meta", at):
                    total ^= int.from_bytes(self.cell_hash(bucket, key, cell), "big")
                    found += 1
        if revision != saves or found != count or total.to_bytes(32, "big") != text[24:]:
            raise Damaged("the vault does not hold what its manifest says")
        return saves, count

    def record(self, key, bucket, at):
        flags, revision, content = self.open(key, bucket, at, self.cells[bucket][at])
        head, body = unframe(content)
        if flags & 2:
            body = zlib.decompress(body, wbits=-15)
        return revision, json.loads(head), json.loads(body)

    def everything(self):
        saves, count = self.manifest()
        out = {"vault": self.header["vault"], "saves": saves, "cells": count, "reflections": {}, "own": {}}
        for id, wrapped in self.cells[b"keys"].items():
            _, _, key = self.open(self.kk, b"keys", id, wrapped)
            one = {"revisions": {}, "drafts": {}, "mark": None}
            for at in self.cells[b"rec"]:
                if at[:16] == id:
                    revision, head, body = self.record(key, b"rec", at)
                    assert revision == struct.unpack(">Q", at[16:])[0], "a revision under another's number"
                    one["revisions"][str(revision)] = {"head": head, "body": body}
            for at in self.cells[b"draft"]:
                if at[:16] == id:
                    _, head, body = self.record(key, b"draft", at)
                    one["drafts"][str(at[20])] = {"head": head, "body": body}
            if id in self.cells[b"mark"]:
                one["mark"] = json.loads(self.open(key, b"mark", id, self.cells[b"mark"][id])[2])
            out["reflections"][id.hex()] = one
        for bucket in (b"meta", b"tomb", b"import", b"walk", b"log"):
            for at, cell in self.cells[bucket].items():
                if (bucket, at) != (b"meta", b"manifest"):
                    out["own"].setdefault(bucket.decode(), []).append(json.loads(self.open(self.km, bucket, at, cell)[2]))
        return out


def check_vectors(path):
    byhand = Vault.__new__(Vault)
    known = {v["name"]: v for v in json.load(open(path))}
    base = known["keys"]["inputs"]
    master, byhand.id = bytes.fromhex(base["master"]), bytes.fromhex(base["vault"])
    byhand.derive(master)
    want = lambda name: bytes.fromhex(known[name]["hex"])
    assert (byhand.kk, byhand.km, byhand.kh, byhand.ka) == tuple(map(want, ("keys", "meta", "manifest", "anchor")))
    for name in ("cell, padded", "cell, plain"):
        inputs = known[name]["inputs"]
        _, _, text = byhand.open(bytes.fromhex(inputs["key"]), inputs["bucket"].encode(), bytes.fromhex(inputs["at"]), want(name))
        assert text.decode() == inputs["text"], name
    inputs = known["sealed manifest"]["inputs"]
    _, _, text = byhand.open(byhand.km, b"meta", b"manifest", want("sealed manifest"))
    assert struct.unpack_from("<QQQ", text) == (inputs["sequence"], inputs["count"], inputs["saved"])
    entry = want("anchor entry")
    assert entry[72:104] == hmac.digest(byhand.ka, entry[:72], "sha256") and entry[:8] == b"SNDANCH1"
    inputs = known["keyed name"]["inputs"]
    assert byhand.name(inputs["label"].encode(), bytes.fromhex(inputs["data"])) == want("keyed name")
    padded = known["cell, padded"]
    assert byhand.cell_hash(b"rec", bytes.fromhex(padded["inputs"]["at"]), want("cell, padded")) == want("hash of the padded cell")
    assert recovery(want("recovery code").decode()).hex() == known["recovery code"]["inputs"]["code"]
    inputs = known["recovery slot"]["inputs"]
    byhand.header = {"epoch": inputs["epoch"], "slots": [{
        "kind": "recovery", "salt": base64.b64encode(bytes.fromhex(inputs["salt"])),
        "nonce": base64.b64encode(bytes.fromhex(inputs["nonce"])), "wrapped": base64.b64encode(want("recovery slot"))}]}
    assert byhand.open_slot(byhand.id, "recovery") == master


def main(words):
    if words[0] == "argon2":
        check_argon2()
    elif words[0] == "vectors":
        check_vectors(words[1])
    elif words[0] == "vault":
        json.dump(Vault(words[1], recovery(words[2]), "recovery").everything(), sys.stdout)
    elif words[0] == "passphrase":
        json.dump(Vault(words[1], sys.stdin.read().removesuffix("\n"), "passphrase").everything(), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
