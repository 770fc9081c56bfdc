package store

import (
	"os"
	"path/filepath"
	"strings"
)

// syncedNames are what the folders of services that copy files away are called,
// in lower case, and the service.
func syncedNames() []struct{ part, service string } {
	return []struct{ part, service string }{
		{"onedrive", "OneDrive"}, {"dropbox", "Dropbox"}, {"google drive", "Google Drive"},
		{"googledrive", "Google Drive"}, {"my drive", "Google Drive"}, {"icloud", "iCloud"},
		{"mobile documents", "iCloud"}, {"com~apple~clouddocs", "iCloud"}, {"cloudstorage", "a cloud service"},
		{"nextcloud", "Nextcloud"}, {"owncloud", "ownCloud"}, {"pcloud", "pCloud"}, {"box sync", "Box"},
		{"syncthing", "Syncthing"},
	}
}

// Synced names the service that copies a path elsewhere, as far as the names of
// the folders above it and OneDrive's own variables tell, or that it is on a
// network; empty where neither is seen. A live vault does not belong there: a
// half-copied or replaced file is how synced databases are lost.
func Synced(path string) string {
	whole, err := filepath.Abs(path)
	if err != nil {
		whole = path
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(whole)); err == nil {
		whole = filepath.Join(real, filepath.Base(whole))
	}
	for _, variable := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		root := os.Getenv(variable)
		if root != "" && strings.HasPrefix(strings.ToLower(whole), strings.ToLower(root)+string(filepath.Separator)) {
			return "OneDrive"
		}
	}
	folder := filepath.Dir(whole)
	for part := range strings.SplitSeq(strings.ToLower(folder), string(filepath.Separator)) {
		for _, name := range syncedNames() {
			if strings.HasPrefix(part, name.part) {
				return name.service
			}
		}
	}
	if onNetwork(folder) {
		return "a network drive"
	}
	return ""
}
