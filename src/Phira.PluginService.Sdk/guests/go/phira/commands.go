package phira

import "fmt"

var (
	commandHandlers   = map[string]func(Invocation) (string, error){}
	anyCommandHandler = func(Invocation) (string, error) { return "", nil }
)

// HandleAnyCommand handles the commands that have no handler of their own: those that the plugin adds by Commands.AddCommand.
func HandleAnyCommand(handle func(Invocation) (string, error)) { anyCommandHandler = handle }

// HandleCommand offers a command. What the handler returns is shown to the caller, and so is the text of a Refusal. When another plugin
// owns the name, the command is reached as `plugin:name`, which the log says.
func HandleCommand(name, description string, options CommandOptions, handle func(Invocation) (string, error)) {
	commandHandlers[name] = handle
	OnInit(func() error {
		reached, err := Commands.AddCommand(name, description, &options)
		if err == nil && reached != name {
			Warn(fmt.Sprintf("/%s is taken: it is /%s here", name, reached))
		}
		return err
	})
}

func handleOnCommand(invocation Invocation) (string, error) {
	handle := commandHandlers[invocation.Name]
	if handle == nil {
		handle = anyCommandHandler
	}
	text, err := handle(invocation)
	if err != nil && !IsRefusal(err) {
		Report(fmt.Sprintf("/%s: %v", invocation.Name, err))
		return "", commandFailed
	}
	return text, err
}
