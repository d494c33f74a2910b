using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Files;

/// <summary>
/// The functions of WASI 0.2 that take or return handles which files can hide behind. All of them have to be offered by the host: a handle of
/// ours and one of the engine are of different types.
/// </summary>
internal static class FileCalls
{
    private const string Types = "wasi:filesystem/types";
    private const string Streams = "wasi:io/streams";
    private const string Tcp = "wasi:sockets/tcp";

    /// <summary>The functions.</summary>
    public static ImmutableArray<FileCall> All { get; } =
    [
        .. Descriptors(),
        Method(Types, "directory-entry-stream", "read-directory-entry", "entries"),
        new(Types, "filesystem-error-code", "filesystem-error-code") { Foreign = 0 },
        new("wasi:filesystem/preopens", "get-directories", "get-directories") { Answer = FileAnswer.Pairs, Type = HandleType.Descriptor },
        .. Methods(Streams, "input-stream", "input", "read", "blocking-read", "skip", "blocking-skip", "subscribe"),
        .. Methods(
            Streams,
            "output-stream",
            "output",
            "check-write",
            "write",
            "blocking-write-and-flush",
            "flush",
            "blocking-flush",
            "subscribe",
            "write-zeroes",
            "blocking-write-zeroes-and-flush"),
        Method(Streams, "output-stream", "splice", "output") with { Handles = [0, 1] },
        Method(Streams, "output-stream", "blocking-splice", "output") with { Handles = [0, 1] },
        new("wasi:cli/stdin", "get-stdin", "get-stdin") { Answer = FileAnswer.Handle, Type = HandleType.Input },
        new("wasi:cli/stdout", "get-stdout", "get-stdout") { Answer = FileAnswer.Handle, Type = HandleType.Output },
        new("wasi:cli/stderr", "get-stderr", "get-stderr") { Answer = FileAnswer.Handle, Type = HandleType.Output },
        .. Sockets(),
    ];

    /// <summary>The types that an interface defines.</summary>
    public static ImmutableArray<(string Name, HandleType Type)> TypesOf(string interfaceName) => interfaceName switch
    {
        Types => [("descriptor", HandleType.Descriptor), ("directory-entry-stream", HandleType.DirectoryEntries)],
        Streams => [("input-stream", HandleType.Input), ("output-stream", HandleType.Output)],
        Tcp => [("tcp-socket", HandleType.Socket)],
        _ => [],
    };

    private static IEnumerable<FileCall> Descriptors() =>
    [
        .. Methods(
            Types,
            "descriptor",
            "file",
            "advise",
            "sync-data",
            "get-flags",
            "get-type",
            "set-size",
            "set-times",
            "read",
            "write",
            "sync",
            "create-directory-at",
            "stat",
            "stat-at",
            "set-times-at",
            "readlink-at",
            "remove-directory-at",
            "symlink-at",
            "unlink-file-at",
            "metadata-hash",
            "metadata-hash-at"),
        Descriptor("link-at") with { Handles = [0, 3] },
        Descriptor("rename-at") with { Handles = [0, 2] },
        Descriptor("is-same-object") with { Handles = [0, 1] },
        Descriptor("open-at") with { Answer = FileAnswer.Success, Type = HandleType.Descriptor, Opens = true },
        Descriptor("read-via-stream") with { Answer = FileAnswer.Success, Type = HandleType.Input, Shares = true },
        Descriptor("write-via-stream") with { Answer = FileAnswer.Success, Type = HandleType.Output, Shares = true },
        Descriptor("append-via-stream") with { Answer = FileAnswer.Success, Type = HandleType.Output, Shares = true },
        Descriptor("read-directory") with { Answer = FileAnswer.Success, Type = HandleType.DirectoryEntries },
    ];

    // The engine's sockets return the engine's streams. A plugin has no network but http-client, so there are none at all.
    private static IEnumerable<FileCall> Sockets() =>
    [
        new("wasi:sockets/tcp-create-socket", "create-tcp-socket", "") { Answer = FileAnswer.Denied },
        .. ((string[])
        [
            "start-bind", "finish-bind", "start-connect", "finish-connect", "start-listen", "finish-listen", "accept", "local-address",
            "remote-address", "is-listening", "address-family", "set-listen-backlog-size", "keep-alive-enabled", "set-keep-alive-enabled",
            "keep-alive-idle-time", "set-keep-alive-idle-time", "keep-alive-interval", "set-keep-alive-interval", "keep-alive-count",
            "set-keep-alive-count", "hop-limit", "set-hop-limit", "receive-buffer-size", "set-receive-buffer-size", "send-buffer-size",
            "set-send-buffer-size", "subscribe", "shutdown",
        ]).Select(name => new FileCall(Tcp, $"[method]tcp-socket.{name}", "") { Answer = FileAnswer.Never }),
    ];

    private static FileCall Descriptor(string name) => Method(Types, "descriptor", name, "file");

    private static IEnumerable<FileCall> Methods(string interfaceName, string resource, string prefix, params string[] names) =>
        names.Select(name => Method(interfaceName, resource, name, prefix));

    private static FileCall Method(string interfaceName, string resource, string name, string prefix) =>
        new(interfaceName, $"[method]{resource}.{name}", $"{prefix}-{name}") { Handles = [0] };
}
