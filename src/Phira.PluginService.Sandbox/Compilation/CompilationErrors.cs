using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>Reasons why a component cannot be compiled.</summary>
internal static class CompilationErrors
{
    /// <summary>{0}: what the runtime says.</summary>
    public static readonly ErrorCode Invalid = new("component.invalid", ErrorKind.Unprocessable);

    /// <summary>{0}: what is too much, in words, with what was measured and what is allowed.</summary>
    public static readonly ErrorCode TooExpensive = new("component.too_expensive_to_compile", ErrorKind.Unprocessable);

    /// <summary>{0}: what the operating system or the compiler says.</summary>
    public static readonly ErrorCode CompilerFailed = new("component.compiler_failed", ErrorKind.Unavailable);
}
