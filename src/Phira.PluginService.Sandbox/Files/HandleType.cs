namespace Phira.PluginService.Sandbox.Files;

/// <summary>The resources of WASI that a file can hide behind.</summary>
internal enum HandleType
{
    /// <summary>None of them.</summary>
    None,

    /// <summary><c>wasi:filesystem/types descriptor</c>.</summary>
    Descriptor,

    /// <summary><c>wasi:filesystem/types directory-entry-stream</c>.</summary>
    DirectoryEntries,

    /// <summary><c>wasi:io/streams input-stream</c>.</summary>
    Input,

    /// <summary><c>wasi:io/streams output-stream</c>.</summary>
    Output,

    /// <summary><c>wasi:sockets/tcp tcp-socket</c>; there is never one.</summary>
    Socket,
}
