namespace Phira.PluginService.Plugins.Interfaces.Rooms;

/// <summary>The interface <c>rooms</c>.</summary>
internal static class RoomsInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "rooms",
        new HostFunction("create-room", Handler: null),
        new HostFunction("disband-room", Handler: null),
        new HostFunction("get-room-info", Handler: null),
        new HostFunction("set-room-lock", Handler: null),
        new HostFunction("find-room", Handler: null),
        new HostFunction("list-rooms", Handler: null),
        new HostFunction("kick-from-room", Handler: null),
        new HostFunction("transfer-host", Handler: null),
        new HostFunction("set-room-cycle", Handler: null),
        new HostFunction("set-room-chart", Handler: null),
        new HostFunction("start-game", Handler: null),
        new HostFunction("cancel-game", Handler: null));
}
