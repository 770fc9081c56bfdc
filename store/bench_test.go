package store

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"sounding/journal"
	"sounding/store/engine"
)

// The budgets of the store are for 10,000 reflections of about 5 KB each, in
// words drawn from a vocabulary as English is (Zipf 1949, "Human Behavior and
// the Principle of Least Effort").
const (
	benchReflections = 10000
	benchText        = 5000
)

type prose struct {
	random     *rand.Rand
	zipf       *rand.Zipf
	vocabulary []string
}

func newProse() *prose {
	p := &prose{random: rand.New(rand.NewPCG(3, 4)), vocabulary: make([]string, 40000)}
	letters := "etaoinshrdlucmfwygpbvk"
	for i := range p.vocabulary {
		word := make([]byte, 2+min(i/40, 3)+p.random.IntN(6))
		for j := range word {
			word[j] = letters[p.random.IntN(len(letters))]
		}
		p.vocabulary[i] = string(word)
	}
	p.zipf = rand.NewZipf(p.random, 1.1, 8, uint64(len(p.vocabulary)-1))
	return p
}

func (p *prose) write(size int) string {
	var out strings.Builder
	for out.Len() < size {
		out.WriteString(p.vocabulary[p.zipf.Uint64()])
		out.WriteByte(' ')
	}
	return out.String()
}

func (p *prose) reflection(number, size int, at time.Time) journal.Reflection {
	r := reflection(number, p.write(size/5), at)
	r.Title = p.write(30)
	for i := range 4 {
		r.Answers = append(r.Answers, journal.Answer{Step: "step", Prompt: fmt.Sprint("prompt", i), Text: p.write(size / 5)})
	}
	r.Updated = at.Add(time.Duration(number) * time.Second)
	return r
}

// benchPlace makes the vault of the budgets once and copies it for each
// benchmark.
func benchPlace(b *testing.B, size int) *testPlace {
	b.Helper()
	return benchPlaceOf(b, size, benchReflections)
}

func benchPlaceOf(b *testing.B, size, reflections int) *testPlace {
	b.Helper()
	p := newPlace(b)
	p.options.Backups, p.options.Ballast = nil, -1
	made := benchVaults[size*reflections]
	if made == nil {
		v := p.create()
		v.search.stop()
		prose := newProse()
		for i := range reflections {
			// One commit each would take minutes on a real disk; the cells are the same.
			ok(b, v.saveForBench(prose.reflection(i, size, p.clock.Now()), i%500 == 499 || i == reflections-1))
		}
		_, err := v.Compact(background)
		ok(b, err)
		ok(b, v.Forget())
		made = readFile(b, p.path)
		benchVaults[size*reflections] = made
	} else {
		ok(b, os.MkdirAll(filepath.Dir(p.path), 0o700))
		ok(b, os.WriteFile(p.path, made, 0o600))
	}
	p.options.Anchors = ""
	return p
}

var (
	benchVaults  = map[int][]byte{}
	benchPending []engine.Op
)

// saveForBench gathers revisions and commits many at once.
func (v *Vault) saveForBench(r journal.Reflection, now bool) error {
	v.write.Lock()
	defer v.write.Unlock()
	raw, err := r.ID.Bytes()
	if err != nil {
		return err
	}
	key, ops, err := v.keyFor(raw)
	if err != nil {
		return err
	}
	s := journal.SummaryOf(v.walk(&r), &r)
	op, err := v.sealRevision(key, raw, 1, head{V: headVersion, At: v.options.Now(), Why: WhySaved, Summary: storedSummary(s)}, &r)
	if err != nil {
		return err
	}
	benchPending = append(append(benchPending, ops...), op)
	if !now {
		return nil
	}
	ops, benchPending = benchPending, nil
	return v.commit(ops)
}

func millis(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e6 }

func percentiles(times []time.Duration) (p50, p99 time.Duration) {
	slices.Sort(times)
	return times[len(times)/2], times[len(times)*99/100]
}

// BenchmarkSave measures a durable save beside the flushes of the same disk in
// the same run. Budget: two flushes and 0.3 ms at the median, 1 ms at the 99th
// percentile.
func BenchmarkSave(b *testing.B) {
	p := benchPlace(b, benchText)
	p.options.Anchors = filepath.Join(filepath.Dir(p.path), "anchors")
	v, err := p.open()
	ok(b, err)
	_, err = v.search.wait(background)
	ok(b, err)
	raw, err := os.Create(filepath.Join(filepath.Dir(p.path), "raw"))
	ok(b, err)
	page := make([]byte, 4096)
	_, err = raw.Write(make([]byte, 1<<20))
	ok(b, err)
	prose := newProse()
	r := prose.reflection(17, benchText, p.clock.Now())
	var saves, flushes []time.Duration
	for i := 0; b.Loop(); i++ {
		_, err := raw.WriteAt(page, int64(i%256)*4096)
		ok(b, err)
		started := time.Now()
		ok(b, fdatasync(raw))
		flushes = append(flushes, time.Since(started))
		r.Answers[0].Text = r.Answers[0].Text[:1000] + fmt.Sprint(i)
		started = time.Now()
		_, err = v.SaveDraft(background, r, 1)
		saves = append(saves, time.Since(started))
		ok(b, err)
	}
	ok(b, raw.Close())
	save50, save99 := percentiles(saves)
	flush50, flush99 := percentiles(flushes)
	b.ReportMetric(millis(save50), "save-p50-ms")
	b.ReportMetric(millis(save99), "save-p99-ms")
	b.ReportMetric(millis(flush50), "flush-p50-ms")
	b.ReportMetric(millis(save50-2*flush50), "besides-p50-ms")
	b.ReportMetric(millis(save99-2*flush99), "besides-p99-ms")
}

// BenchmarkUnlock opens the file, checks its pages and authenticates everything,
// the derivation left out. Budget: 150 ms.
func BenchmarkUnlock(b *testing.B) {
	p := benchPlace(b, benchText)
	var times []time.Duration
	for b.Loop() {
		runtime.GC()
		started := time.Now()
		locked, err := Open(p.path, p.options)
		ok(b, err)
		master := testMaster
		v, err := locked.unlock(&master)
		times = append(times, time.Since(started))
		ok(b, err)
		if len(v.List()) != benchReflections {
			b.Fatal("not all are there")
		}
		ok(b, v.Forget())
	}
	p50, _ := percentiles(times)
	b.ReportMetric(millis(p50), "p50-ms")
}

// BenchmarkUnlockVeryMany is BenchmarkUnlock with 100,000 reflections, where it
// is asked for: making them takes a minute. Budget: 1 s.
func BenchmarkUnlockVeryMany(b *testing.B) {
	if os.Getenv("SOUNDING_STORE_LARGE") == "" {
		b.Skip("SOUNDING_STORE_LARGE is not set")
	}
	p := benchPlaceOf(b, benchText, 10*benchReflections)
	clear(benchVaults)
	var times []time.Duration
	for b.Loop() {
		debug.FreeOSMemory()
		started := time.Now()
		locked, err := Open(p.path, p.options)
		ok(b, err)
		master := testMaster
		v, err := locked.unlock(&master)
		times = append(times, time.Since(started))
		ok(b, err)
		ok(b, v.Forget())
	}
	p50, _ := percentiles(times)
	b.ReportMetric(millis(p50), "p50-ms")
}

// BenchmarkSearch asks as a person types. Budget: words and prefixes 5 ms,
// phrases and near spellings 60 ms at the 99th percentile.
func BenchmarkSearch(b *testing.B) {
	p := benchPlace(b, benchText)
	v, err := p.open()
	ok(b, err)
	started := time.Now()
	_, err = v.search.wait(background)
	ok(b, err)
	built := time.Since(started)
	prose := newProse()
	words := strings.Fields(prose.write(20000))
	for _, c := range []struct {
		name  string
		query func(i int) Query
	}{
		{"word", func(i int) Query { return Query{Words: words[i%1000], Typing: false} }},
		{"prefix of 1", func(i int) Query { return Query{Words: words[i%1000][:1], Typing: true} }},
		{"prefix of 3", func(i int) Query { return Query{Words: words[i%1000][:min(3, len(words[i%1000]))], Typing: true} }},
		{"three words", func(i int) Query { return Query{Words: strings.Join(words[i%1000:i%1000+3], " ")} }},
		{"phrase", func(i int) Query { return Query{Words: `"` + strings.Join(words[i%1000:i%1000+2], " ") + `"`} }},
		{"near", func(i int) Query { return Query{Words: "~" + words[i%1000] + "x"} }},
	} {
		b.Run(c.name, func(b *testing.B) {
			var times []time.Duration
			for i := 0; b.Loop(); i++ {
				started := time.Now()
				_, err := v.Search(background, c.query(i*7))
				times = append(times, time.Since(started))
				ok(b, err)
			}
			p50, p99 := percentiles(times)
			b.ReportMetric(millis(p50), "p50-ms")
			b.ReportMetric(millis(p99), "p99-ms")
			b.ReportMetric(millis(built), "build-ms")
		})
	}
}

// BenchmarkScan searches while the index is being built, as in the first second
// after unlocking.
func BenchmarkScan(b *testing.B) {
	p := benchPlace(b, benchText)
	v, err := p.open()
	ok(b, err)
	_, err = v.search.wait(background)
	ok(b, err)
	built, held := v.search.built, make(chan struct{})
	v.search.guard.Lock()
	v.search.built = held
	v.search.guard.Unlock()
	words := strings.Fields(newProse().write(20000))
	var times []time.Duration
	for i := 0; b.Loop(); i++ {
		started := time.Now()
		_, err := v.Search(background, Query{Words: words[i%1000]})
		times = append(times, time.Since(started))
		ok(b, err)
	}
	p50, _ := percentiles(times)
	b.ReportMetric(millis(p50), "p50-ms")
	v.search.guard.Lock()
	v.search.built = built
	v.search.guard.Unlock()
	close(held)
}

// BenchmarkBackup makes and proves a backup. Budget: 300 ms.
func BenchmarkBackup(b *testing.B) {
	p := benchPlace(b, benchText)
	v, err := p.open()
	ok(b, err)
	_, err = v.search.wait(background)
	ok(b, err)
	folder := b.TempDir()
	for i := 0; b.Loop(); i++ {
		_, err := v.Backup(background, filepath.Join(folder, fmt.Sprint(i)))
		ok(b, err)
		ok(b, os.Remove(filepath.Join(folder, fmt.Sprint(i))))
	}
}

// BenchmarkErase erases one reflection and compacts. Budget: 500 ms.
func BenchmarkErase(b *testing.B) {
	p := benchPlace(b, benchText)
	v, err := p.open()
	ok(b, err)
	_, err = v.search.wait(background)
	ok(b, err)
	for i := 0; b.Loop(); i++ {
		id := reflection(i, "", time.Time{}).ID
		ok(b, v.Trash(background, id))
		_, err := v.Erase(background, id)
		ok(b, err)
	}
}

// BenchmarkRotateKey seals everything anew, the derivation left out.
func BenchmarkRotateKey(b *testing.B) {
	p := benchPlace(b, benchText)
	v, err := p.open()
	ok(b, err)
	_, err = v.search.wait(background)
	ok(b, err)
	for b.Loop() {
		v.upkeep.Lock()
		v.write.Lock()
		next, err := v.nextEpoch(&testMaster)
		ok(b, err)
		master := testMaster
		next.master = &master
		ok(b, v.rotateTo(background, next))
		v.write.Unlock()
		v.upkeep.Unlock()
	}
}

// BenchmarkSize compares the compacted file with the words in it. Budget: 1.4
// where the mean is 2 KB or more.
func BenchmarkSize(b *testing.B) {
	for _, size := range []int{2000, benchText} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			p := benchPlace(b, size)
			v, err := p.open()
			ok(b, err)
			words := 0
			for id := range v.entries {
				r, err := v.Get(background, id)
				ok(b, err)
				for _, text := range textsOf(&r) {
					words += len(text)
				}
			}
			for b.Loop() {
			}
			b.ReportMetric(float64(len(readFile(b, p.path)))/float64(words), "file/text")
			b.ReportMetric(float64(words)/benchReflections, "text-bytes")
		})
	}
}

// BenchmarkMemory tells the anonymous memory of the process with the vault
// unlocked and the index built, less what it was before. Budget: 150 MB.
func BenchmarkMemory(b *testing.B) {
	p := benchPlace(b, benchText)
	clear(benchVaults)
	debug.FreeOSMemory()
	before := anonymous(b)
	v, err := p.open()
	ok(b, err)
	_, err = v.search.wait(background)
	ok(b, err)
	peak := anonymous(b)
	debug.FreeOSMemory()
	for b.Loop() {
	}
	b.ReportMetric(float64(anonymous(b)-before)/1e6, "MB")
	b.ReportMetric(float64(peak-before)/1e6, "after-build-MB")
	runtime.KeepAlive(v)
}

// anonymous is the anonymous memory of this process in bytes, where Linux tells.
func anonymous(b *testing.B) int64 {
	text, err := os.ReadFile("/proc/self/smaps_rollup")
	if err != nil {
		b.Skip("only Linux tells")
	}
	_, after, _ := bytes.Cut(text, []byte("Anonymous:"))
	var kilobytes int64
	if _, err := fmt.Sscan(string(after), &kilobytes); err != nil {
		b.Fatal(err)
	}
	return kilobytes << 10
}
