// Calls every function of the host; see ../README.md.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"phira"
)

func main() {}

func init() {
	phira.Describe(phira.Metadata{Name: "conformance", Version: "1.0.0"})
	phira.HandleAnyCommand(run)
	phira.OnInit(func() error {
		var refused *phira.HostError
		if _, err := phira.Commands.AddCommand("conformance", "makes a call", nil); errors.As(err, &refused) {
			phira.Warn("add-command: " + refused.Error())
		}
		return nil
	})
}

// run answers `call FUNCTION ARGUMENTS`.
func run(invocation phira.Invocation) (string, error) {
	words := strings.SplitN(invocation.Arguments, " ", 3)
	if len(words) != 3 || words[0] != "call" {
		return "", fmt.Errorf("not `call FUNCTION ARGUMENTS`: %s", invocation.Arguments)
	}
	var arguments []any
	if err := json.Unmarshal([]byte(words[2]), &arguments); err != nil {
		return "", err
	}
	for _, function := range functions {
		if function.name == words[1] {
			return function.call(arguments), nil
		}
	}
	return "", fmt.Errorf("no function %s", words[1])
}
