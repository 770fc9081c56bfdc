package store

import (
	"errors"

	"sounding/store/engine"
	"sounding/store/seal"
)

// pourBatch is how much is written to a new file in one change, in bytes.
const pourBatch = 4 << 20

// A pour fills a new vault file in batches and counts its manifest on the way.
// Until it is finished the file holds no manifest, and so is no vault.
type pour struct {
	path   string
	file   *engine.Bolt
	base   uint64
	keys   *seal.Keys
	tally  *seal.Tally
	ops    []engine.Op
	weight int
}

// pourInto begins a new file.
func pourInto(path string, options Options, keys *seal.Keys) (*pour, error) {
	engineOptions := options.engine()
	engineOptions.ReadOnly, engineOptions.Ballast = false, -1
	file, err := engine.CreateBolt(path, engineOptions, nil)
	if err != nil {
		return nil, err
	}
	base, err := file.Sequence()
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &pour{path: path, file: file, base: base, keys: keys, tally: keys.Tally()}, nil
}

// add adds a sealed cell, whose key must be new in its bucket.
func (p *pour) add(op engine.Op) error {
	if err := p.tally.Add(string(op.Bucket), op.Key, op.Value); err != nil {
		return err
	}
	p.ops = append(p.ops, op)
	if p.weight += len(op.Value); p.weight < pourBatch {
		return nil
	}
	return p.flush()
}

func (p *pour) flush() error {
	base, err := p.file.Apply(p.base, p.ops)
	if err != nil {
		return err
	}
	p.base, p.ops, p.weight = base, nil, 0
	return nil
}

// finish writes the header and the manifest, compacts the file and closes it.
func (p *pour) finish(options Options, header *seal.VaultHeader, manifest seal.Manifest) (seal.Manifest, error) {
	copies, err := headerOps(header)
	if err != nil {
		return seal.Manifest{}, err
	}
	manifest.Count, manifest.Sum = p.tally.Count, p.tally.Sum
	cell, err := p.keys.SealManifest(options.Random, string(bucketMeta), []byte(keyManifest), manifest)
	if err != nil {
		return seal.Manifest{}, err
	}
	p.ops = append(append(p.ops, copies...), put(bucketMeta, []byte(keyManifest), cell))
	if err := p.flush(); err != nil {
		return seal.Manifest{}, err
	}
	if _, err := p.file.CompactInPlace(); err != nil {
		return seal.Manifest{}, err
	}
	return manifest, p.close()
}

func (p *pour) close() error {
	return errors.Join(p.file.Close(), removeFile(p.path+lockSuffix))
}

// giveUp closes and removes the file.
func (p *pour) giveUp(err error) error {
	return errors.Join(err, p.close(), removeFile(p.path))
}
