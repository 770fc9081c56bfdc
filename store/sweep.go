package store

import (
	"encoding/json"
	"errors"
	"runtime"
	"sort"
	"sync"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

// A sweep reads and authenticates a whole vault once: every cell is opened, the
// manifest is counted afresh, and what memory needs is gathered on the way.
type sweep struct {
	engine   engine.Engine
	keys     *seal.Keys
	entries  map[journal.ID]*entry // what is handed over when all is read
	byRaw    map[rawID]*entry      // the same while it is being read
	openers  map[rawID]seal.Opener
	settings map[string][]byte
	manifest seal.Manifest
	tally    *seal.Tally

	guard    sync.Mutex // findings and tally, while several goroutines open cells
	findings []Finding
}

func sweepAll(e engine.Engine, keys *seal.Keys) (*sweep, error) {
	s := &sweep{
		engine: e, keys: keys, byRaw: map[rawID]*entry{}, openers: map[rawID]seal.Opener{},
		settings: map[string][]byte{}, tally: keys.Tally(),
	}
	if err := s.run(); err != nil {
		return nil, err
	}
	s.entries = make(map[journal.ID]*entry, len(s.byRaw))
	for raw, e := range s.byRaw {
		e.id = idOf(raw)
		e.adopt()
		s.entries[e.id] = e
	}
	s.openers, s.byRaw = nil, nil
	sort.Slice(s.findings, func(i, j int) bool {
		a, b := s.findings[i], s.findings[j]
		return a.Reflection < b.Reflection || (a.Reflection == b.Reflection && a.Revision < b.Revision)
	})
	return s, nil
}

func (s *sweep) run() error {
	if err := s.engine.Scan(bucketKeys, nil, s.takeKey); err != nil {
		return err
	}
	for _, part := range []struct {
		bucket engine.Bucket
		open   func(cell engine.Cell, last bool) *Finding
	}{
		{bucketRecords, s.takeRecord}, {bucketDrafts, s.takeDraft}, {bucketMarks, s.takeMark},
	} {
		if err := s.spread(part.bucket, part.open); err != nil {
			return err
		}
	}
	for _, bucket := range sealedBuckets() {
		if underMeta(bucket) {
			if err := s.takeMetas(bucket); err != nil {
				return err
			}
		}
	}
	return s.compare()
}

// compare holds the manifest against what was counted.
func (s *sweep) compare() error {
	cell, err := s.engine.Get(bucketMeta, []byte(keyManifest))
	if err != nil && !errors.Is(err, engine.ErrNoCell) {
		return err
	}
	s.manifest, err = s.keys.OpenManifest(string(bucketMeta), []byte(keyManifest), cell)
	if err != nil {
		s.report(Finding{Code: FoundManifest})
		return nil //nolint:nilerr // reported, and the rest is still looked through
	}
	if s.manifest.Count != s.tally.Count || s.manifest.Sum != s.tally.Sum {
		if len(s.findings) == 0 { // a damaged record changes the count too, and says more
			s.report(Finding{Code: FoundCount})
		}
	}
	return nil
}

func (s *sweep) report(f Finding) {
	s.guard.Lock()
	defer s.guard.Unlock()
	s.findings = append(s.findings, f)
}

// entry finds or makes the entry of an id. Only one goroutine makes entries.
func (s *sweep) entry(raw rawID) *entry {
	e, ok := s.byRaw[raw]
	if !ok {
		e = &entry{raw: raw}
		s.byRaw[raw] = e
	}
	return e
}

// adopt gives the summary the id that its reflection has.
func (e *entry) adopt() {
	e.summary.ID = e.id
	for i := range e.summary.Open {
		e.summary.Open[i].Reflection = e.id
	}
}

func (s *sweep) takeKey(cell engine.Cell) error {
	if err := s.tally.Add(string(bucketKeys), cell.Key, cell.Value); err != nil || len(cell.Key) != len(rawID{}) {
		s.report(Finding{Code: FoundStray, Bucket: string(bucketKeys)})
		return nil
	}
	raw := rawID(cell.Key)
	key, err := s.keys.UnwrapKey(string(bucketKeys), cell.Key, cell.Value)
	if err != nil {
		s.report(Finding{Code: codeOf(err, FoundKey), Reflection: idOf(raw)})
		return nil
	}
	defer key.Clear()
	opener, err := seal.NewOpener(key)
	if err != nil {
		return err
	}
	s.openers[raw] = opener
	return nil
}

func codeOf(err error, damaged FindingCode) FindingCode {
	if errors.Is(err, seal.ErrNewerCell) || errors.Is(err, ErrUnreadable) {
		return FoundNewer
	}
	return damaged
}

// batch is how many cells a goroutine is handed at once.
const sweepBatch = 128

type sweepJob struct {
	cell engine.Cell
	last bool // the newest cell of its reflection in this bucket
}

// spread scans a bucket and lets every core open cells. open is called from
// several goroutines, for one reflection possibly at the same time, but with
// last set for only one of its cells.
func (s *sweep) spread(bucket engine.Bucket, open func(engine.Cell, bool) *Finding) error {
	jobs := make(chan []sweepJob, 2*runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Add(1)
		go func() {
			defer workers.Done()
			s.work(bucket, jobs, open)
		}()
	}
	batch := make([]sweepJob, 0, sweepBatch)
	err := s.engine.Scan(bucket, nil, func(cell engine.Cell) error {
		if n := len(batch); n > 0 {
			batch[n-1].last = !sameReflection(batch[n-1].cell.Key, cell.Key)
		}
		if len(batch) == sweepBatch {
			jobs <- batch
			batch = make([]sweepJob, 0, sweepBatch)
		}
		batch = append(batch, sweepJob{cell: cell, last: true})
		s.place(bucket, cell.Key)
		return nil
	})
	jobs <- batch
	close(jobs)
	workers.Wait()
	return err
}

// place makes the entry before the goroutines look for it. The entries grow
// only here, so that reading them elsewhere must be guarded.
func (s *sweep) place(bucket engine.Bucket, key []byte) {
	if len(key) < len(rawID{}) {
		return
	}
	s.guard.Lock()
	defer s.guard.Unlock()
	e := s.entry(rawID(key))
	if bucket == bucketRecords {
		if _, revision, ok := splitRecordKey(key); ok {
			e.head = max(e.head, revision)
		}
	}
}

func (s *sweep) lookup(raw rawID) *entry {
	s.guard.Lock()
	defer s.guard.Unlock()
	return s.byRaw[raw]
}

func sameReflection(a, b []byte) bool {
	return len(a) >= len(rawID{}) && len(b) >= len(rawID{}) && rawID(a) == rawID(b)
}

func (s *sweep) work(bucket engine.Bucket, jobs <-chan []sweepJob, open func(engine.Cell, bool) *Finding) {
	tally := s.keys.Tally()
	for batch := range jobs {
		for _, job := range batch {
			if err := tally.Add(string(bucket), job.cell.Key, job.cell.Value); err != nil {
				s.report(Finding{Code: FoundStray, Bucket: string(bucket)})
				continue
			}
			if finding := open(job.cell, job.last); finding != nil {
				s.report(*finding)
			}
		}
	}
	s.guard.Lock()
	defer s.guard.Unlock()
	s.tally.Merge(tally)
}

// openUnder opens a cell, which is counted already and not needed again, under
// the key of its reflection.
func (s *sweep) openUnder(bucket engine.Bucket, raw rawID, cell engine.Cell) (seal.Header, []byte, error) {
	opener, ok := s.openers[raw]
	if !ok {
		return seal.Header{}, nil, seal.ErrSealed
	}
	return opener.OpenInPlace(s.keys.At(string(bucket), cell.Key), cell.Value)
}

func (s *sweep) takeRecord(cell engine.Cell, last bool) *Finding {
	raw, revision, ok := splitRecordKey(cell.Key)
	if !ok {
		return &Finding{Code: FoundStray, Bucket: string(bucketRecords)}
	}
	header, text, err := s.openUnder(bucketRecords, raw, cell)
	if err == nil && header.Revision != revision {
		err = seal.ErrSealed
	}
	if err != nil {
		return &Finding{Code: codeOf(err, FoundRevision), Reflection: idOf(raw), Revision: revision}
	}
	if !last {
		return nil
	}
	h, _, err := decodeHead(text)
	if err != nil {
		return &Finding{Code: FoundNewer, Reflection: idOf(raw), Revision: revision}
	}
	e := s.lookup(raw)
	e.headAt, e.summary = h.At, h.Summary.journal("")
	return nil
}

func (s *sweep) takeDraft(cell engine.Cell, _ bool) *Finding {
	raw, ring, ok := splitDraftKey(cell.Key)
	if !ok {
		return &Finding{Code: FoundStray, Bucket: string(bucketDrafts)}
	}
	header, text, err := s.openUnder(bucketDrafts, raw, cell)
	if err != nil {
		return &Finding{Code: codeOf(err, FoundDraft), Reflection: idOf(raw)}
	}
	h, _, err := decodeHead(text)
	if err != nil {
		return &Finding{Code: FoundNewer, Reflection: idOf(raw)}
	}
	e := s.lookup(raw)
	s.guard.Lock()
	defer s.guard.Unlock()
	e.ring[ring] = header.Revision
	switch {
	case ring == 0:
		e.base, e.draftAt, e.same, e.summary = h.Base, h.At, h.Same, h.Summary.journal("")
	case h.At.After(e.ringAt):
		e.ringAt = h.At
	}
	return nil
}

func (s *sweep) takeMark(cell engine.Cell, _ bool) *Finding {
	if len(cell.Key) != len(rawID{}) {
		return &Finding{Code: FoundStray, Bucket: string(bucketMarks)}
	}
	raw := rawID(cell.Key)
	_, text, err := s.openUnder(bucketMarks, raw, cell)
	if err != nil {
		return &Finding{Code: codeOf(err, FoundMark), Reflection: idOf(raw)}
	}
	var m mark
	if err := json.Unmarshal(text, &m); err != nil || m.V > markVersion {
		return &Finding{Code: FoundNewer, Reflection: idOf(raw)}
	}
	s.lookup(raw).mark = m
	return nil
}

// takeMetas opens what is sealed under the vault's own key.
func (s *sweep) takeMetas(bucket engine.Bucket) error {
	return s.engine.Scan(bucket, nil, func(cell engine.Cell) error {
		if bucket == bucketMeta && string(cell.Key) == keyManifest {
			return nil
		}
		if err := s.tally.Add(string(bucket), cell.Key, cell.Value); err != nil {
			s.report(Finding{Code: FoundStray, Bucket: string(bucket)})
			return nil //nolint:nilerr // reported, and the rest is still looked through
		}
		text, err := s.keys.OpenMeta(string(bucket), cell.Key, cell.Value)
		if err != nil {
			s.report(Finding{Code: codeOf(err, FoundVault), Bucket: string(bucket)})
			return nil
		}
		if bucket == bucketMeta && string(cell.Key) == keySettings {
			return s.takeSettings(text)
		}
		return nil
	})
}

func (s *sweep) takeSettings(text []byte) error {
	if err := json.Unmarshal(text, &s.settings); err != nil {
		s.report(Finding{Code: FoundNewer, Bucket: string(bucketMeta)})
	}
	return nil
}
