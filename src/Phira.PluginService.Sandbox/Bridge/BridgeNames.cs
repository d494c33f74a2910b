namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>The names by which host and bridge know each other.</summary>
internal static class BridgeNames
{
    /// <summary>The interface that the composed component exports besides those of the guest.</summary>
    public const string Interface = "phira:host/bridge";

    /// <summary>The module of the bridge, as backtraces call it.</summary>
    public const string Module = "phira-bridge";

    /// <summary>Makes the bridge's memory large enough.</summary>
    public const string Reserve = "reserve";

    /// <summary>Reads four bytes of the bridge's memory.</summary>
    public const string Peek = "peek";

    /// <summary>Address at which the bridge keeps the end of the memory in use.</summary>
    public const uint EndAddress = 8;

    /// <summary>First address that is free before a call.</summary>
    public const uint Start = 16;

    /// <summary>The function of the host that the bridge calls for every import.</summary>
    public const string HostCall = "phira-host-call";

    /// <summary>In place of the number of an import: the memory has become larger, write the same result again.</summary>
    public const uint Again = uint.MaxValue;

    /// <summary>The first bytes of the memory that imports pass through.</summary>
    public const ulong ImportsMark = 0x736d_6172_6968_7001;

    /// <summary>Address of the arguments of an import that are passed one by one.</summary>
    public const uint ImportArguments = Start;

    /// <summary>Address at which the host writes the result of an import.</summary>
    public const uint ImportResult = ImportArguments + (Values.Flattening.MaximumParameters * sizeof(ulong));

    /// <summary>Calls the guest's function of a number.</summary>
    public static string Call(int number) => $"call{number}";
}
