namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>The outcome of a request for the machine code of a component.</summary>
internal enum CompileOutcome
{
    /// <summary>The component was compiled.</summary>
    Compiled,

    /// <summary>The machine code was in the cache.</summary>
    Cached,

    /// <summary>Compiling it costs more than is allowed.</summary>
    Refused,

    /// <summary>The bytes are not a valid component.</summary>
    Invalid,

    /// <summary>The compiler failed.</summary>
    Failed,
}
