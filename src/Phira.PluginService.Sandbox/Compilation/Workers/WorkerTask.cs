namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>The tasks of a worker with a component.</summary>
internal enum WorkerTask : byte
{
    /// <summary>Compile it; the answer is its machine code.</summary>
    Compile,

    /// <summary>Validate it and read its types, without compiling its code; the answer is a <see cref="Reflection.ReflectedComponent"/>.</summary>
    Describe,
}
