package export

import (
	"archive/tar"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"iter"
	"path"
	"strings"
	"time"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"sounding/journal"
)

// HandoverExtension ends the name of a handover's file: a tar archive, sealed
// by age.
const HandoverExtension = ".tar.age"

// ErrHandover says that a handover cannot be read back.
var ErrHandover = errors.New("the archive cannot be read back")

// Handover writes reflections whole, each as Markdown and as the JSON of
// `show --json`, with an index page over them, as a tar archive sealed under a
// passphrase in the format of age (age-encryption.org/v1, scrypt with 2^18
// rounds), so that age and tar open it without Sounding. Nothing is written to
// a disk unsealed. It gives how many reflections it wrote.
func Handover(w io.Writer, passphrase []byte, made time.Time, all iter.Seq2[*journal.Progress, error]) (int, error) {
	recipient, err := age.NewScryptRecipient(handoverSecret(passphrase))
	if err != nil {
		return 0, fmt.Errorf("seal the archive: %w", err)
	}
	return handover(w, recipient, made, all)
}

// handoverSecret is a passphrase as age takes it: normalised, since two
// keyboards may write the same letter in different ways.
func handoverSecret(passphrase []byte) string { return string(norm.NFC.Bytes(passphrase)) }

func handover(w io.Writer, recipient age.Recipient, made time.Time, all iter.Seq2[*journal.Progress, error]) (int, error) {
	sealed, err := age.Encrypt(w, recipient)
	if err != nil {
		return 0, fmt.Errorf("seal the archive: %w", err)
	}
	a := &archive{tar: tar.NewWriter(sealed), made: made, folder: "sounding-handover-" + made.Format("2006-01-02")}
	for p, err := range all {
		if err == nil {
			err = a.add(p)
		}
		if err != nil {
			return 0, fmt.Errorf("write the archive: %w", err)
		}
	}
	if err := errors.Join(a.index(), a.tar.Close(), sealed.Close()); err != nil {
		return 0, fmt.Errorf("write the archive: %w", err)
	}
	return a.count, nil
}

// archive is a handover that is being written.
type archive struct {
	tar    *tar.Writer
	made   time.Time
	folder string
	count  int
	rows   strings.Builder // of the index page, in HTML
}

func (a *archive) add(p *journal.Progress) error {
	r := p.Reflection
	name := r.Created.Format("2006-01-02") + "-" + string(r.ID)
	var markdown, record bytes.Buffer
	if err := errors.Join(Markdown(&markdown, p, true), JSON(&record, *r)); err != nil {
		return err
	}
	if err := errors.Join(a.file(name+".md", markdown.Bytes()), a.file(name+".json", record.Bytes())); err != nil {
		return err
	}
	a.count++
	fmt.Fprintf(&a.rows, indexRow, r.Created.Format("2 January 2006"), cellHTML(r.Subject),
		cellHTML(p.Walk.Title), cellHTML(journal.TitleOf(p.Walk, r)), name, name)
	return nil
}

func cellHTML(words string) string { return html.EscapeString(journal.VisibleLine(words)) }

func (a *archive) file(name string, data []byte) error {
	header := &tar.Header{
		Typeflag: tar.TypeReg, Name: path.Join(a.folder, name), Size: int64(len(data)), Mode: 0o600,
		ModTime: a.made.Truncate(time.Second), Format: tar.FormatPAX,
	}
	if err := a.tar.WriteHeader(header); err != nil {
		return err
	}
	_, err := a.tar.Write(data)
	return err
}

func (a *archive) index() error {
	page := fmt.Sprintf(indexPage, a.made.Format("2 January 2006"), a.count, a.rows.String())
	return a.file("index.html", []byte(page))
}

// The index page of a handover. It needs nothing that is not in the archive.
const (
	indexPage = `<!DOCTYPE html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Reflections</title>
<style>body{font:1em/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}td,th{text-align:left;padding:.2em 1em .2em 0;vertical-align:top}</style>
<h1>Reflections</h1>
<p>Written out by Sounding on %s: %d in all, each as text to read (Markdown) and as data for programs (JSON).</p>
<p>Out of the archive these are plain files that nothing protects. Keep them where you would keep the notes themselves, and remove them when they have served.</p>
<table>
<tr><th>Date</th><th>About</th><th>Walk</th><th>Title</th><th>Files</th></tr>
%s</table>
</html>
`
	indexRow = "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td><a href=\"%s.md\">text</a> <a href=\"%s.json\">data</a></td></tr>\n"
)

// CheckHandover opens a handover with its passphrase and reads it to its end.
// It gives how many reflections came back whole; the error, where they did not,
// is ErrHandover.
func CheckHandover(r io.Reader, passphrase []byte) (int, error) {
	identity, err := age.NewScryptIdentity(handoverSecret(passphrase))
	if err != nil {
		return 0, fmt.Errorf("open the archive: %w", err)
	}
	return checkHandover(r, identity)
}

func checkHandover(r io.Reader, identity age.Identity) (int, error) {
	opened, err := age.Decrypt(r, identity)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrHandover, err)
	}
	files, count := tar.NewReader(opened), 0
	for {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			// What follows the last file is sealed too, and proves that nothing was
			// cut off.
			if _, err := io.Copy(io.Discard, opened); err != nil {
				return count, fmt.Errorf("%w: %w", ErrHandover, err)
			}
			return count, nil
		}
		if err != nil {
			return count, fmt.Errorf("%w: %w", ErrHandover, err)
		}
		data, err := io.ReadAll(files)
		if err != nil {
			return count, fmt.Errorf("%w: %w", ErrHandover, err)
		}
		if strings.HasSuffix(header.Name, ".json") {
			if !json.Valid(data) {
				return count, ErrHandover
			}
			count++
		}
	}
}
