//go:build unix

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"

	"sounding/content"
	"sounding/journal"
	"sounding/seeds"
	"sounding/store"
	"sounding/tui/screen"
)

// percentile reports the middle and the worst one in a hundred of what was
// measured, in milliseconds.
func percentile(b *testing.B, taken []time.Duration) {
	b.Helper()
	sort.Slice(taken, func(i, j int) bool { return taken[i] < taken[j] })
	at := func(p float64) float64 {
		return float64(taken[min(int(p*float64(len(taken))), len(taken)-1)].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.50), "ms/p50")
	b.ReportMetric(at(0.99), "ms/p99")
}

// buildOnce builds the program as it is released: stripped, without cgo.
func buildOnce(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "sounding")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", path, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	return path
}

func BenchmarkBinary_size(b *testing.B) {
	info, err := os.Stat(buildOnce(b))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/(1<<20), "MB")
}

// From the start of the process to the first painted frame, the vault locked.
func BenchmarkStart_toFirstFrame(b *testing.B) {
	path := buildOnce(b)
	home := b.TempDir()
	vault := filepath.Join(home, "vault.db")
	pass := filepath.Join(home, "pass")
	if err := os.WriteFile(pass, []byte("green window otter pancake"), 0o600); err != nil {
		b.Fatal(err)
	}
	env := []string{"HOME=" + home, "TERM=xterm-256color", "XDG_DATA_HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_STATE_HOME=" + home}
	init := exec.Command(path, "init", "--vault", vault, "--passphrase-file", pass)
	init.Env = env
	if out, err := init.CombinedOutput(); err != nil {
		b.Fatalf("init: %v\n%s", err, out)
	}
	var taken []time.Duration
	for b.Loop() {
		taken = append(taken, firstFrame(b, path, env, vault))
	}
	percentile(b, taken)
}

func firstFrame(b *testing.B, path string, env []string, vault string) time.Duration {
	b.Helper()
	c := exec.Command(path, "--vault", vault)
	c.Env = env
	started := time.Now()
	master, err := pty.StartWithSize(c, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		b.Fatal(err)
	}
	var seen strings.Builder
	buffer := make([]byte, 1<<14)
	for !strings.Contains(seen.String(), "passphrase") {
		n, err := master.Read(buffer)
		if err != nil {
			b.Fatalf("read: %v after %q", err, seen.String())
		}
		seen.Write(buffer[:n])
	}
	took := time.Since(started)
	_ = c.Process.Kill()
	_ = c.Wait()
	_ = master.Close()
	return took
}

// One key in the walk's editor to the frame, at texts of several lengths.
func BenchmarkKey_inTheWalk(b *testing.B) {
	for _, length := range []int{100, 1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(length), func(b *testing.B) {
			d := newTestDesk(b)
			r := journal.Reflection{Walk: "what-so-what", WalkVersion: 1, Status: journal.StatusDraft, At: "what"}
			w, _ := d.Walk(r.Walk)
			for _, s := range w.Steps {
				for _, p := range s.Prompts {
					if p.Role == journal.RoleOpening {
						r.At = s.ID
						r.Answers = []journal.Answer{{Step: s.ID, Prompt: p.ID, Text: prose(length)}}
					}
				}
			}
			id := d.keep(b, r)
			s := newStage(b, d, screen.Route{Name: screen.Walk, ID: string(id)}, 80, 24)
			for range 20 { // until the text itself has the focus, and shows more than one sentence
				if strings.Count(s.app.View().Content, "nobody") > min(length/100, 2) {
					break
				}
				s.press("shift+tab")
			}
			taken := make([]time.Duration, 0, 1<<16)
			for b.Loop() {
				started := time.Now()
				s.app.Update(tea.KeyPressMsg{Code: 'a', Text: "a"})
				_ = s.app.View()
				taken = append(taken, time.Since(started))
			}
			percentile(b, taken)
		})
	}
}

func prose(length int) string {
	const sentence = "The river was high that week and nobody could say when the bridge would open again. "
	text := strings.Repeat(sentence, length/len(sentence)+1)[:length]
	return strings.ReplaceAll(text, "again. The", "again.\nThe")
}

// filled is a vault of reflections of 5 KB each.
func filled(b *testing.B, count int) *desk {
	b.Helper()
	now := func() time.Time { return noon }
	v, err := store.CreateDemo(filepath.Join(b.TempDir(), "vault.db"), store.Options{Now: now})
	if err != nil {
		b.Fatal(err)
	}
	library, err := content.Load(content.Source{Name: "built-in", FS: seeds.Pack()})
	if err != nil {
		b.Fatal(err)
	}
	random := sameBytes()
	d := newDesk(v, library, now, func() (journal.ID, error) { return journal.NewID(random) })
	b.Cleanup(func() { _ = d.Vault.Forget() })
	body := prose(5_000)
	for i := range count {
		id, err := d.newID()
		if err != nil {
			b.Fatal(err)
		}
		r := journal.Reflection{
			ID: id, Walk: "what-so-what", WalkVersion: 1, Status: journal.StatusFinished,
			Title: fmt.Sprintf("Week %d at the ford", i), Created: noon, Updated: noon.Add(time.Duration(i) * time.Minute),
			Answers: []journal.Answer{{Step: "what", Prompt: "what", Text: fmt.Sprintf("heron%d %s", i, body)}},
		}
		if _, err := d.Save(context.Background(), r, 0, store.WhySaved); err != nil {
			b.Fatal(err)
		}
	}
	return d
}

// Moving through the list of 10,000, a key to the frame.
func BenchmarkList_tenThousand(b *testing.B) {
	d := filled(b, 10_000)
	s := newStage(b, d, screen.Route{Name: screen.Find}, 80, 24)
	taken := make([]time.Duration, 0, 1<<16)
	keys := []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyPgDown}, {Code: tea.KeyUp}, {Code: tea.KeyPgDown}}
	for i := 0; b.Loop(); i++ {
		started := time.Now()
		s.app.Update(keys[i%len(keys)])
		_ = s.app.View()
		taken = append(taken, time.Since(started))
	}
	percentile(b, taken)
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapInuse+m.StackInuse)/(1<<20), "MB/heap")
	b.ReportMetric(anonymous(b), "MB/anonymous")
}

// anonymous is how much memory of this process is its own: neither files nor
// given back. 0 where the system does not say.
func anonymous(b *testing.B) float64 {
	b.Helper()
	data, err := os.ReadFile("/proc/self/smaps_rollup")
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(data), "\n") {
		var kb float64
		if n, _ := fmt.Sscanf(line, "Anonymous: %f kB", &kb); n == 1 {
			return kb / 1024
		}
	}
	return 0
}
