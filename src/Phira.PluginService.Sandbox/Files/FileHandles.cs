using Phira.PluginService.Sandbox.Memory;

namespace Phira.PluginService.Sandbox.Files;

/// <summary>The handles of one guest, by the numbers it knows them by. Used on its thread only.</summary>
internal sealed class FileHandles(MemoryAccount memory)
{
    // The entries here and in the engine, and what the engine keeps of a directory or stream.
    private const long BytesPerHandle = 512;

    // Handles that hold no file are cheap, but not free.
    private const int Maximum = 10_000;

    private readonly Dictionary<uint, FileHandle> _handles = [];
    private uint _last;

    /// <summary>Number of files held open.</summary>
    public int OpenFiles { get; private set; }

    /// <summary>Removes what is left.</summary>
    public IReadOnlyList<FileHandle> RemoveAll()
    {
        FileHandle[] all = [.. _handles.Values];
        _handles.Clear();
        memory.ReleaseHandle(BytesPerHandle * all.Length);
        return all;
    }

    /// <summary>Finds a handle. The engine lets a guest use only what it holds.</summary>
    public FileHandle Find(uint number) => _handles[number];

    /// <summary>Adds a handle.</summary>
    /// <returns>The number, or null when there are too many.</returns>
    public uint? Add(FileHandle handle)
    {
        if (_handles.Count >= Maximum || !memory.TryAddHandle(BytesPerHandle))
        {
            return null;
        }

        while (!_handles.TryAdd(++_last, handle))
        {
            // After four thousand million handles numbers come again.
        }

        if (handle.File is { } file && file.Holders++ == 0)
        {
            OpenFiles++;
        }

        return _last;
    }

    /// <summary>Removes a handle.</summary>
    public FileHandle Remove(uint number)
    {
        if (_handles.Remove(number, out var handle))
        {
            memory.ReleaseHandle(BytesPerHandle);
        }

        if (handle.File is { } file && --file.Holders == 0)
        {
            OpenFiles--;
        }

        return handle;
    }
}
