package seal

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
)

const (
	labelKeys     = "sounding/v1/keys"
	labelMeta     = "sounding/v1/meta"
	labelManifest = "sounding/v1/manifest"
	labelAnchor   = "sounding/v1/anchor"
)

// Keys are the working keys of a vault, all derived from its master key by
// HKDF-SHA256 with the vault's id as salt.
type Keys struct {
	Vault VaultID
	Epoch uint32

	wrap     Key // wraps the key of each reflection
	meta     Key // seals what belongs to the vault as a whole
	manifest Key // keys the hashes of the manifest, and names that tell nothing
	anchor   Key // authenticates the anchor
}

// NewKey reads a fresh key.
func NewKey(random io.Reader) (*Key, error) {
	key := new(Key)
	if _, err := io.ReadFull(random, key[:]); err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	return key, nil
}

// Derive derives the working keys from a master key.
func Derive(master *Key, vault VaultID, epoch uint32) (*Keys, error) {
	keys := &Keys{Vault: vault, Epoch: epoch}
	for _, part := range []struct {
		into  *Key
		label string
	}{
		{&keys.wrap, labelKeys}, {&keys.meta, labelMeta},
		{&keys.manifest, labelManifest}, {&keys.anchor, labelAnchor},
	} {
		derived, err := hkdf.Key(sha256.New, master[:], vault[:], part.label, len(part.into))
		if err != nil {
			return nil, fmt.Errorf("derive keys: %w", err)
		}
		copy(part.into[:], derived)
		clear(derived)
	}
	return keys, nil
}

// Clear overwrites every key.
func (k *Keys) Clear() {
	for _, key := range []*Key{&k.wrap, &k.meta, &k.manifest, &k.anchor} {
		key.Clear()
	}
}

// At is a place in this vault.
func (k *Keys) At(bucket string, key []byte) Place {
	return Place{Vault: k.Vault, Bucket: bucket, Key: key}
}

// SealMeta seals what belongs to the vault as a whole, padded.
func (k *Keys) SealMeta(random io.Reader, bucket string, key []byte, counter uint64, text []byte) ([]byte, error) {
	header := Header{Flags: Padded, Epoch: k.Epoch, Revision: counter}
	return Seal(random, &k.meta, k.At(bucket, key), header, text)
}

// OpenMeta opens what SealMeta sealed.
func (k *Keys) OpenMeta(bucket string, key, cell []byte) ([]byte, error) {
	_, text, err := Open(&k.meta, k.At(bucket, key), cell)
	return text, err
}

// WrapKey seals the key of a reflection: 88 bytes.
func (k *Keys) WrapKey(random io.Reader, bucket string, id []byte, key *Key) ([]byte, error) {
	return Seal(random, &k.wrap, k.At(bucket, id), Header{Epoch: k.Epoch}, key[:])
}

// UnwrapKey opens what WrapKey sealed.
func (k *Keys) UnwrapKey(bucket string, id, cell []byte) (*Key, error) {
	_, text, err := Open(&k.wrap, k.At(bucket, id), cell)
	if err != nil {
		return nil, err
	}
	defer clear(text)
	if len(text) != len(Key{}) {
		return nil, ErrSealed
	}
	return (*Key)(append([]byte(nil), text...)), nil
}

// Name is 16 keyed bytes that stand for some data and tell nothing about it.
// Label separates uses from each other.
func (k *Keys) Name(label string, data ...[]byte) [16]byte {
	mac := hmac.New(sha256.New, k.manifest[:])
	frame(mac, []byte("sounding/name/v1"))
	frame(mac, []byte(label))
	for _, part := range data {
		frame(mac, part)
	}
	var name [16]byte
	copy(name[:], mac.Sum(nil))
	return name
}

func frame(into hash.Hash, part []byte) {
	var size [4]byte
	binary.LittleEndian.PutUint32(size[:], uint32(len(part)))
	into.Write(size[:]) // a hash never returns an error
	into.Write(part)
}
