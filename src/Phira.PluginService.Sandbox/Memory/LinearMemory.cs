using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Sandbox.Memory;

/// <summary>
/// One linear memory of a guest: address space for all it may ever become, of which only the present size is usable. It never moves.
/// </summary>
internal sealed class LinearMemory
{
    private readonly INativeMemory _native;
    private readonly MemoryAccount _account;
    private readonly nuint _reserved;
    private bool _isForValues;

    private LinearMemory(INativeMemory native, MemoryAccount account, nint address, nuint reserved, nuint capacity)
    {
        _native = native;
        _account = account;
        _reserved = reserved;
        Address = address;
        Capacity = capacity;
    }

    /// <summary>The first byte.</summary>
    public nint Address { get; }

    /// <summary>The present size in bytes.</summary>
    public nuint Size { get; private set; }

    /// <summary>Size to which it can grow without moving, in bytes.</summary>
    public nuint Capacity { get; }

    /// <returns>The memory, or null when a limit or the system refuses.</returns>
    public static LinearMemory? Create(INativeMemory native, MemoryAccount account, MemoryRequest request)
    {
        if (!account.TryBegin((long)request.Minimum))
        {
            return null;
        }

        var capacity = Math.Max(request.Reservation, request.Minimum);
        var reserved = RoundUp(capacity + request.Guard);
        var address = native.Reserve(reserved);
        if (address == 0)
        {
            account.Release((long)request.Minimum);
            return null;
        }

        var memory = new LinearMemory(native, account, address, reserved, capacity) { Size = request.Minimum };
        if (request.Minimum > 0 && !native.Commit(address, RoundUp(request.Minimum)))
        {
            memory.Release();
            return null;
        }

        return memory;
    }

    /// <summary>Leaves the size to the host from now on, for the values it exchanges with the guest: growth is not the guest's.</summary>
    public void UseForValues()
    {
        _isForValues = true;
        _account.CountAsValues((long)Size);
    }

    /// <summary>Grows to a new size.</summary>
    /// <param name="size">The new size in bytes.</param>
    /// <returns>False when a limit or the system refuses; the memory is then as before.</returns>
    public bool TryGrow(nuint size)
    {
        if (size > Capacity || size < Size || !TryCount((long)(size - Size)))
        {
            return false;
        }

        var usable = RoundUp(Size);
        var wanted = RoundUp(size);
        if (wanted > usable && !_native.Commit(Address + (nint)usable, wanted - usable))
        {
            _account.Release((long)(size - Size));
            return false;
        }

        Size = size;
        return true;
    }

    /// <summary>Gives everything back. The memory must not be used afterwards.</summary>
    public void Release()
    {
        _native.Release(Address, _reserved);
        _account.Release((long)Size);
        if (_isForValues)
        {
            _account.CountAsValues(-(long)Size);
        }

        // A reader that still refers to it finds nothing there.
        Size = 0;
    }

    private bool TryCount(long bytes)
    {
        if (!_isForValues)
        {
            return _account.TryGrow(bytes);
        }

        var counted = _account.TryBegin(bytes);
        if (counted)
        {
            _account.CountAsValues(bytes);
        }

        return counted;
    }

    private static nuint RoundUp(nuint bytes)
    {
        var page = (nuint)Environment.SystemPageSize;
        return (bytes + page - 1) / page * page;
    }
}
