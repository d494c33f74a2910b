namespace Phira.PluginService.EndToEnd;

/// <summary>
/// The settings that every service of a test is started with. No test may fail because a machine is slow or its players are quick: none of these
/// limits is what is tested. Tests about one of them set their own.
/// </summary>
internal static class PatientSettings
{
    public static readonly (string Name, string Value)[] All =
    [
        // What administrators grant is tested elsewhere.
        ("PHIRA_PLUGINS__APPROVAL", "trust"),

        // All players of a test come from one address.
        ("PHIRA_GAME__LIMITS__LOGIN_BURST", "1000"),
        ("PHIRA_GAME__LIMITS__MAX_UNAUTHENTICATED_PER_ADDRESS", "256"),

        // They do not pause as people do.
        ("PHIRA_GAME__LIMITS__CHAT_BURST", "1000"),
        ("PHIRA_GAME__LIMITS__CHAT_PER_SEC", "1000"),
        ("PHIRA_GAME__LIMITS__LOOKUP_BURST", "1000"),
        ("PHIRA_GAME__LIMITS__PACKET_BURST", "100000"),
        ("PHIRA_GAME__LIMITS__PACKETS_PER_SEC", "10000"),
        ("PHIRA_GAME__LIMITS__ROOM_OPERATION_BURST", "1000"),
        ("PHIRA_PLUGINS__ROUTE_REQUESTS_PER_SECOND", "100000"),

        ("PHIRA_EVENTS__EVENT_DEADLINE_MS", "10000"),
        ("PHIRA_GAME__COMMAND_REPLY_BUDGET_MS", "5000"),
        ("PHIRA_GAME__COMMAND_TIMEOUT_SECS", "300"),
        ("PHIRA_GAME__HANDSHAKE_TIMEOUT_SECS", "60"),
        ("PHIRA_GAME__SILENCE_TIMEOUT_SECS", "300"),
        ("PHIRA_LIMITS__MAX_CPU_TIME_MS", "10000"),
        ("PHIRA_LIMITS__MAX_EXECUTION_TIME_MS", "300000"),
        ("PHIRA_LIMITS__MAXIMUM__MAX_EXECUTION_TIME_MS", "300000"),
        ("PHIRA_PLUGINS__COMMAND_TIMEOUT_MS", "300000"),
        ("PHIRA_PLUGINS__RECOVERED_AFTER_MS", "86400000"),
        ("PHIRA_PLUGINS__ROUTE_TIMEOUT_MS", "300000"),
        ("PHIRA_PLUGINS__STOP_DEADLINE_MS", "4000"),
    ];
}
