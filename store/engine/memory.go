package engine

import (
	"bytes"
	"sort"
	"strings"
	"sync"
)

// Memory is an engine that forgets everything at Close: for tests, and for a
// vault that is only shown.
type Memory struct {
	guard    sync.Mutex
	buckets  known
	cells    map[Bucket]map[string][]byte
	sequence uint64
	closed   bool
}

// OpenMemory gives an empty engine with the given buckets, or ErrBucketList.
func OpenMemory(buckets []Bucket) (*Memory, error) {
	list, err := knownBuckets(buckets)
	if err != nil {
		return nil, err
	}
	cells := make(map[Bucket]map[string][]byte, len(list))
	for bucket := range list {
		cells[bucket] = make(map[string][]byte)
	}
	return &Memory{buckets: list, cells: cells}, nil
}

// Sequence implements Engine.
func (m *Memory) Sequence() (uint64, error) {
	m.guard.Lock()
	defer m.guard.Unlock()
	if m.closed {
		return 0, ErrClosed
	}
	return m.sequence, nil
}

// Get implements Engine.
func (m *Memory) Get(bucket Bucket, key []byte) ([]byte, error) {
	m.guard.Lock()
	defer m.guard.Unlock()
	if m.closed {
		return nil, ErrClosed
	}
	if err := m.buckets.check(bucket); err != nil {
		return nil, err
	}
	value, ok := m.cells[bucket][string(key)]
	if !ok {
		return nil, ErrNoCell
	}
	return copied(value), nil
}

// Scan implements Engine. The whole bucket is one batch.
func (m *Memory) Scan(bucket Bucket, prefix []byte, visit func(Cell) error) error {
	cells, err := m.copyCells(bucket, string(prefix))
	if err != nil {
		return err
	}
	for _, cell := range cells {
		if err := visit(cell); err != nil {
			return err
		}
	}
	return nil
}

func (m *Memory) copyCells(bucket Bucket, prefix string) ([]Cell, error) {
	m.guard.Lock()
	defer m.guard.Unlock()
	if m.closed {
		return nil, ErrClosed
	}
	if err := m.buckets.check(bucket); err != nil {
		return nil, err
	}
	var cells []Cell
	for key, value := range m.cells[bucket] {
		if strings.HasPrefix(key, prefix) {
			cells = append(cells, cellOf([]byte(key), value))
		}
	}
	sort.Slice(cells, func(i, j int) bool { return bytes.Compare(cells[i].Key, cells[j].Key) < 0 })
	return cells, nil
}

// Apply implements Engine. Memory cannot fail to write.
func (m *Memory) Apply(base uint64, ops []Op) (uint64, error) {
	m.guard.Lock()
	defer m.guard.Unlock()
	if m.closed {
		return 0, ErrClosed
	}
	if err := m.buckets.checkOps(ops); err != nil {
		return 0, err
	}
	if base != m.sequence {
		return m.sequence, ErrStale
	}
	for _, op := range ops {
		if op.Delete {
			delete(m.cells[op.Bucket], string(op.Key))
			continue
		}
		m.cells[op.Bucket][string(op.Key)] = copied(op.Value)
	}
	m.sequence++
	return m.sequence, nil
}

// Close implements Engine and drops every cell.
func (m *Memory) Close() error {
	m.guard.Lock()
	defer m.guard.Unlock()
	m.closed = true
	m.cells = nil
	return nil
}
