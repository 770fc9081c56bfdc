package seal

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// The formats this version knows.
const (
	Format    = 1 // written
	MinReader = 1 // the oldest reader that understands what is written
	MinWriter = 1 // the oldest writer that may add to it
)

const (
	product       = "sounding"
	longestHeader = 64 << 10
	mostSlots     = 16
)

// ErrHeader says that a copy of the header is damaged: it does not match its
// own checksum, or cannot be understood although it does.
var ErrHeader = errors.New("the vault's header is damaged")

// A NewerError says that a vault was written by a version that this one must
// not read, or not write.
type NewerError struct {
	Format    int    // of the vault
	Needs     int    // the reader or writer it asks for
	WrittenBy string // the version that wrote it, where it says so
}

// Error names the version.
func (e *NewerError) Error() string {
	if e.WrittenBy != "" {
		return "this vault was written by version " + e.WrittenBy + " of Sounding, which is newer than this one"
	}
	return fmt.Sprintf("this vault is in format %d, which is newer than this version of Sounding", e.Format)
}

// VaultHeader is the one part of a vault that is not sealed: what is needed to
// find out whether this version may open it, and the slots that do.
type VaultHeader struct {
	Format    int
	MinReader int
	MinWriter int
	WrittenBy string
	Vault     VaultID
	Epoch     uint32
	Created   time.Time
	Slots     []Slot

	extra map[string]json.RawMessage // what a newer version added
	other []json.RawMessage          // slots of kinds not known here
}

// Owner is whom the header's slots belong to.
func (h *VaultHeader) Owner() Owner { return Owner{Vault: h.Vault, Epoch: h.Epoch} }

// Readable says whether this version may read the vault; the error is a
// *NewerError.
func (h *VaultHeader) Readable() error {
	if h.MinReader > Format {
		return &NewerError{Format: h.Format, Needs: h.MinReader, WrittenBy: h.WrittenBy}
	}
	return nil
}

// Writable says whether this version may write to the vault; the error is a
// *NewerError.
func (h *VaultHeader) Writable() error {
	if h.MinWriter > Format {
		return &NewerError{Format: h.Format, Needs: h.MinWriter, WrittenBy: h.WrittenBy}
	}
	return nil
}

// With gives the header with one slot of its kind in place of all others of
// that kind.
func (h VaultHeader) With(slot Slot) VaultHeader {
	h = h.Without(slot.Kind)
	h.Slots = append(h.Slots, slot)
	return h
}

// Without gives the header with no slot of a kind.
func (h VaultHeader) Without(kind SlotKind) VaultHeader {
	h.Slots = slices.DeleteFunc(slices.Clone(h.Slots), func(s Slot) bool { return s.Kind == kind })
	return h
}

// Slot finds the slot of a kind.
func (h *VaultHeader) Slot(kind SlotKind) (Slot, bool) {
	for _, slot := range h.Slots {
		if slot.Kind == kind {
			return slot, true
		}
	}
	return Slot{}, false
}

type writtenHeader struct {
	Product   string            `json:"product"`
	Format    int               `json:"format"`
	MinReader int               `json:"min_reader"`
	MinWriter int               `json:"min_writer"`
	WrittenBy string            `json:"written_by,omitempty"`
	Vault     string            `json:"vault"`
	Epoch     uint32            `json:"epoch"`
	Created   time.Time         `json:"created"`
	Slots     []json.RawMessage `json:"slots"`
}

type writtenSlot struct {
	Kind    string `json:"kind"`
	KDF     string `json:"kdf,omitempty"`
	Memory  uint32 `json:"m,omitempty"`
	Time    uint32 `json:"t,omitempty"`
	Threads uint8  `json:"p,omitempty"`
	Salt    string `json:"salt"`
	Nonce   string `json:"nonce"`
	Wrapped string `json:"wrapped"`
}

func slotKinds() map[string]SlotKind {
	return map[string]SlotKind{"passphrase": PassphraseSlot, "recovery": RecoverySlot, "keyring": KeyringSlot}
}

// Encode writes one copy of the header: JSON, then the SHA-256 of it.
func (h *VaultHeader) Encode() ([]byte, error) {
	written := writtenHeader{
		Product: product, Format: h.Format, MinReader: h.MinReader, MinWriter: h.MinWriter,
		WrittenBy: h.WrittenBy, Vault: hex.EncodeToString(h.Vault[:]), Epoch: h.Epoch, Created: h.Created,
		Slots: []json.RawMessage{},
	}
	for _, slot := range h.Slots {
		raw, err := json.Marshal(slot.written())
		if err != nil {
			return nil, fmt.Errorf("write the header: %w", err)
		}
		written.Slots = append(written.Slots, raw)
	}
	written.Slots = append(written.Slots, h.other...)
	text, err := mergeExtra(written, h.extra)
	if err != nil {
		return nil, fmt.Errorf("write the header: %w", err)
	}
	sum := sha256.Sum256(text)
	return append(text, sum[:]...), nil
}

func mergeExtra(written writtenHeader, extra map[string]json.RawMessage) ([]byte, error) {
	text, err := json.Marshal(written)
	if err != nil || len(extra) == 0 {
		return text, err
	}
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(text, &fields); err != nil {
		return nil, err
	}
	for name, value := range extra {
		if _, ours := fields[name]; !ours {
			fields[name] = value
		}
	}
	return json.Marshal(fields)
}

func (s Slot) written() writtenSlot {
	out := writtenSlot{
		Salt:    base64.StdEncoding.EncodeToString(s.Salt),
		Nonce:   base64.StdEncoding.EncodeToString(s.Nonce),
		Wrapped: base64.StdEncoding.EncodeToString(s.Wrapped),
	}
	for name, kind := range slotKinds() {
		if kind == s.Kind {
			out.Kind = name
		}
	}
	if s.Kind == PassphraseSlot {
		out.KDF, out.Memory, out.Time, out.Threads = "argon2id", s.Cost.Memory, s.Cost.Time, s.Cost.Threads
	}
	return out
}

// DecodeHeader reads one copy of the header. The errors are ErrHeader and, for
// a vault this version must not read, *NewerError.
func DecodeHeader(copy []byte) (*VaultHeader, error) {
	at := len(copy) - sha256.Size
	if at <= 0 || at > longestHeader {
		return nil, ErrHeader
	}
	if sum := sha256.Sum256(copy[:at]); !bytes.Equal(sum[:], copy[at:]) {
		return nil, ErrHeader
	}
	var written writtenHeader
	if err := json.Unmarshal(copy[:at], &written); err != nil || written.Product != product {
		return nil, ErrHeader
	}
	h := &VaultHeader{
		Format: written.Format, MinReader: written.MinReader, MinWriter: written.MinWriter,
		WrittenBy: plainVersion(written.WrittenBy), Epoch: written.Epoch, Created: written.Created,
	}
	if err := h.Readable(); err != nil {
		return nil, err
	}
	id, err := hex.DecodeString(written.Vault)
	if err != nil || len(id) != len(h.Vault) || len(written.Slots) > mostSlots {
		return nil, ErrHeader
	}
	h.Vault = VaultID(id)
	if err := h.readSlots(written.Slots); err != nil {
		return nil, err
	}
	return h, h.readExtra(copy[:at])
}

func (h *VaultHeader) readSlots(raw []json.RawMessage) error {
	kinds := slotKinds()
	for _, text := range raw {
		var written writtenSlot
		if err := json.Unmarshal(text, &written); err != nil {
			return ErrHeader
		}
		kind, known := kinds[written.Kind]
		if !known || (kind == PassphraseSlot && written.KDF != "argon2id") {
			h.other = append(h.other, text)
			continue
		}
		slot := Slot{Kind: kind, Cost: Cost{Memory: written.Memory, Time: written.Time, Threads: written.Threads}}
		for _, field := range []struct {
			into *[]byte
			from string
		}{{&slot.Salt, written.Salt}, {&slot.Nonce, written.Nonce}, {&slot.Wrapped, written.Wrapped}} {
			value, err := base64.StdEncoding.DecodeString(field.from)
			if err != nil {
				return ErrHeader
			}
			*field.into = value
		}
		if err := slot.check(); err != nil {
			return err
		}
		h.Slots = append(h.Slots, slot)
	}
	return nil
}

func (h *VaultHeader) readExtra(text []byte) error {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(text, &fields); err != nil {
		return ErrHeader
	}
	for _, ours := range []string{"product", "format", "min_reader", "min_writer", "written_by", "vault", "epoch", "created", "slots"} {
		delete(fields, ours)
	}
	if len(fields) > 0 {
		h.extra = fields
	}
	return nil
}

// plainVersion lets a version through that is one, so that a header from
// anywhere cannot put anything else on a screen.
func plainVersion(version string) string {
	if len(version) > 32 || strings.Trim(version, "0123456789abcdefghijklmnopqrstuvwxyz.-+") != "" {
		return ""
	}
	return version
}
