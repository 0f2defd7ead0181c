package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
)

type versionCmd struct{}

// Help is the long help of the command.
func (versionCmd) Help() string {
	return `The catalogue's version changes with any of its words; figures keep the version that read them.

Example:

    suanpan version`
}

// Run prints the versions.
func (versionCmd) Run(p *program) error {
	c, _, err := newReader()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "suanpan %s %s %s/%s\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	fmt.Fprintf(p.out, "catalogue %s: %d indicators\n", c.Version(), len(c.Indicators.All()))
	return nil
}

// version is what the build says of itself: a release, or a commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v, commit, dirty := cmp.Or(info.Main.Version, "(devel)"), "", ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			commit = s.Value[:min(12, len(s.Value))]
		case "vcs.modified":
			if s.Value == "true" {
				dirty = "+changes"
			}
		}
	}
	if v == "(devel)" && commit != "" {
		return commit + dirty
	}
	return v
}
