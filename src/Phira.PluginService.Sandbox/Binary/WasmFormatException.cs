namespace Phira.PluginService.Sandbox.Binary;

/// <summary>The bytes are no WebAssembly as far as it is read here. Caught where reading begins; what is wrong exactly the compiler says.</summary>
internal sealed class WasmFormatException() : Exception("The WebAssembly binary is malformed.");
