namespace Phira.PluginService.Plugins.Engine.Platform;

/// <summary>Virtual memory of the operating system.</summary>
internal interface INativeMemory
{
    /// <summary>Reserves address space that nobody can read or write yet.</summary>
    /// <param name="bytes">How much; a multiple of the page size.</param>
    /// <returns>The first address, or zero when the system refuses.</returns>
    nint Reserve(nuint bytes);

    /// <summary>Makes a part of a reservation readable and writable; it is filled with zeros.</summary>
    /// <param name="address">Where the part begins; on a page boundary.</param>
    /// <param name="bytes">How long it is; a multiple of the page size.</param>
    /// <returns>Whether the system agreed.</returns>
    bool Commit(nint address, nuint bytes);

    /// <summary>Gives a whole reservation back.</summary>
    /// <param name="address">What <see cref="Reserve"/> returned.</param>
    /// <param name="bytes">The size that was reserved.</param>
    void Release(nint address, nuint bytes);
}
