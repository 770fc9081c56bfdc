package engine

import (
	"os"
	"strconv"
	"testing"
)

// onDemand reads how much of something a heavy test is to do from an
// environment variable, and gives the everyday amount without it.
//
//	SOUNDING_ENGINE_STATES   simulated power cuts (20,160)
//	SOUNDING_ENGINE_KILLS    processes killed while saving (300)
//	SOUNDING_ENGINE_DAMAGED  damaged files (5,100)
func onDemand(t testing.TB, variable string, everyday int) int {
	t.Helper()
	value := os.Getenv(variable)
	if value == "" {
		return everyday
	}
	amount, err := strconv.Atoi(value)
	if err != nil || amount < 1 {
		t.Fatalf("%s is %q, want a number", variable, value)
	}
	return amount
}
