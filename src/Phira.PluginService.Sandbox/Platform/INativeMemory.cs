namespace Phira.PluginService.Sandbox.Platform;

/// <summary>Virtual memory of the operating system.</summary>
internal interface INativeMemory
{
    /// <summary>Reserves address space that nobody can read or write yet.</summary>
    /// <returns>The first address, or zero when the system refuses.</returns>
    nint Reserve(nuint bytes);

    /// <summary>Makes a part of a reservation readable and writable; it is filled with zeros.</summary>
    bool Commit(nint address, nuint bytes);

    /// <summary>Gives a whole reservation back.</summary>
    void Release(nint address, nuint bytes);
}
