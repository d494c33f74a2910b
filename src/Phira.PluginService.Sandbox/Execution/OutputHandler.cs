namespace Phira.PluginService.Sandbox.Execution;

/// <summary>Receives bytes that a guest writes to standard output or standard error. The span is valid only during the call.</summary>
internal delegate void OutputHandler(ReadOnlySpan<byte> bytes);
