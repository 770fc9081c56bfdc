package engine_test

import (
	"path/filepath"
	"testing"

	"sounding/store/engine"
	"sounding/store/engine/enginetest"
)

func TestMemory_passesTheSuite(t *testing.T) {
	enginetest.Run(t, func(t *testing.T) (engine.Engine, func() engine.Engine) {
		opened, err := engine.OpenMemory(enginetest.Buckets)
		if err != nil {
			t.Fatal(err)
		}
		return opened, nil
	})
}

func TestBolt_passesTheSuite(t *testing.T) {
	enginetest.Run(t, func(t *testing.T) (engine.Engine, func() engine.Engine) {
		path := filepath.Join(t.TempDir(), "folder", "vault.db")
		options := engine.Options{Buckets: enginetest.Buckets, Ballast: -1}
		opened, err := engine.CreateBolt(path, options, nil)
		if err != nil {
			t.Fatal(err)
		}
		return opened, func() engine.Engine {
			if err := opened.Close(); err != nil {
				t.Fatal(err)
			}
			again, err := engine.OpenBolt(path, options)
			if err != nil {
				t.Fatal(err)
			}
			return again
		}
	})
}
