package store

import "sounding/journal"

type searching struct{}

func (s *searching) begin(*Vault)        {}
func (s *searching) stop()               {}
func (s *searching) stale(id journal.ID) {}
func (s *searching) refresh()            {}

func (v *Vault) backUpAtClose(ctx interface{}) error  { return nil }
func (v *Vault) compactIfLoose(ctx interface{}) error { return nil }
