package phira

import "encoding/json"

var (
	routeHandlers   = map[[2]string]func(IncomingRequest) (Response, error){}
	serviceHandlers = map[string]func(argument json.RawMessage, caller string) (any, error){}
)

// HandleRoute serves a route below `/plugins/{name}`. In the pattern, `{name}` stands for one segment and `{name...}` for the rest.
func HandleRoute(method, pattern string, access RouteAccess, handle func(IncomingRequest) (Response, error)) {
	routeHandlers[[2]string{method, pattern}] = handle
	OnInit(func() error { return HTTPRoutes.RegisterRoute(method, pattern, &RouteOptions{Access: access}) })
}

// HandleRouteWithLimit is HandleRoute for a route whose requests have at most maxBytes of body: larger ones are answered with 413 before they reach the plugin.
func HandleRouteWithLimit(method, pattern string, access RouteAccess, maxBytes uint32, handle func(IncomingRequest) (Response, error)) {
	HandleRoute(method, pattern, access, handle)
	OnInit(func() error { return HTTPRoutes.LimitRequestBody(method, pattern, maxBytes) })
}

// Provide offers a service to other plugins. schema is the JSON Schema of the argument; empty for none.
func Provide(name, schema string, handle func(argument json.RawMessage, caller string) (any, error)) {
	serviceHandlers[name] = handle
	OnInit(func() error {
		if schema == "" {
			return Services.Provide(name, nil)
		}
		return Services.Provide(name, &schema)
	})
}

// Call calls a service of another plugin and reads its answer into result.
func Call(plugin, name string, argument, result any) error {
	text, err := json.Marshal(argument)
	if err != nil {
		return err
	}
	answer, err := Services.Call(plugin, name, string(text))
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(answer), result)
}

// Text makes what an answer carries.
func Text(value string) Body { return Body{BodyText, value} }

func handleOnRequest(request IncomingRequest) (Response, error) {
	handle := routeHandlers[[2]string{request.Method, request.Pattern}]
	if handle == nil && request.Method == "HEAD" {
		handle = routeHandlers[[2]string{"GET", request.Pattern}]
	}
	if handle == nil {
		return Response{Status: 404}, nil
	}
	return handle(request)
}

func handleOnCall(name, argument, caller string) (string, error) {
	handle := serviceHandlers[name]
	if handle == nil {
		return "null", nil
	}
	answer, err := handle(json.RawMessage(argument), caller)
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(answer)
	return string(text), err
}
