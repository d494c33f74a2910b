using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>
/// Folders of a project point one way, as projects do. The table says which folder of the first level may use which. Below it every level is a
/// graph of its own without cycles, and the files beside folders are above them: they use the folders, and the folders never use them.
/// </summary>
public sealed class FolderArrowTests
{
    // Each line: a folder, and the folders it may use. A project without lines has only folders that use no other.
    private static readonly ILookup<string, (string Folder, string[] Uses)> Allowed = Read(
        """
        Core
          Audit          > Localization
          Bans           > Ids Results Settings
          Commands       > Ids Localization Results
          Crashes        > Ids Localization
          Data           > Ids Results
          Events         > Ids Results Rooms Users
          Game           > Ids Localization Results Rooms Users
          Ids            >
          Limits         > Ids Plugins Results
          Localization   >
          Packages       > Ids Localization Plugins Results
          Permissions    > Ids Plugins Results
          Plugins        > Ids Localization Results
          Results        > Localization
          Rooms          > Ids
          Sessions       >
          Settings       > Localization
          Storage        > Localization Results
          Telemetry      >
          Users          > Ids
          Web            > Ids Results
        GameServer
          Bans           > Text
          Configuration  >
          Hosting        > Bans Configuration Lifetime Net Rooms Sessions Settings Telemetry Text Users
          Lifetime       >
          Moderation     > Bans Configuration Lifetime Net Settings Telemetry Text Users
          Net            > Bans Configuration Telemetry Text
          Ports          > Configuration Lifetime Rooms Settings Text Upstream Users
          Rooms          > Configuration Lifetime Net Telemetry Text
          Sessions       > Configuration Lifetime Moderation Net Rooms Settings Telemetry Text Upstream Users
          Settings       >
          Telemetry      >
          Text           >
          Upstream       > Telemetry
          Users          > Configuration Lifetime Net Rooms Telemetry Text Upstream
        Host
          Api            > Audit Auth Contracts Errors Hosting Http Logging PluginRoutes Serialization
          Audit          > Auth
          Auth           > Configuration Connections Errors Hosting Http Serialization
          Composition    > Api Audit Auth Configuration Connections Demo Errors Hosting Http Hubs Logging Memory OpenApi PluginRoutes Serialization Supervision Telemetry
          Configuration  >
          Connections    > Errors Http Telemetry
          Contracts      > Errors
          Demo           > Configuration Logging
          Errors         > Serialization
          Hosting        > Errors
          Http           >
          Hubs           > Auth Contracts Errors Http Serialization
          Logging        > Auth Errors Hosting
          Memory         >
          OpenApi        > Api Auth Contracts Errors Http Hubs
          PluginRoutes   > Auth Connections Errors Http Telemetry
          Serialization  >
          Supervision    >
          Telemetry      > Configuration Hosting Http
        Packaging
          Archive        > Manifest
          Catalog        > Archive Folders Manifest Text
          Configuration  > Json Schema Text
          Folders        > Archive
          Json           >
          Limits         > Text
          Manifest       > Configuration Json Limits Security Text Toml
          Schema         > Json
          Security       >
          Text           >
          Toml           > Text
          Versions       > Archive Folders
        Protocol
          Client         > Data Limits Primitives
          Data           > Limits Primitives
          Framing        > Primitives
          Limits         >
          Messages       > Primitives
          Primitives     > Limits
          Server         > Data Limits Messages Primitives
        Plugins
          Actors         > Errors Guests Telemetry Values
          Commands       > Actors Errors Guests Settings Subscriptions Values
          Configuration  >
          Contract       > Errors Values
          Crashes        >
          Errors         >
          Events         > Actors Errors Guests Settings Subscriptions Telemetry Values
          Files          > Logs Permissions Settings
          Guests         > Errors HostFunctions Telemetry Values
          Health         > Actors Guests Settings Telemetry Values
          HostFunctions  > Configuration Errors Logs Permissions Settings Subscriptions Telemetry Values
          HotReload      > Lifecycle Settings
          Interfaces     > Actors Commands Configuration Events Files Guests HostFunctions Permissions Settings Subscriptions Telemetry Values
          Lifecycle      > Actors Commands Configuration Contract Crashes Errors Events Files Guests Health HostFunctions Logs Permissions Settings Subscriptions Telemetry Values
          Logs           > Settings Telemetry
          Packages       > Contract Errors HostFunctions Lifecycle Permissions Settings Values
          Permissions    > Settings Values
          Settings       >
          Subscriptions  >
          Telemetry      >
          Values         >
        Sandbox
          Binary         >
          Bridge         > Binary Memory Native Values
          Compilation    > Binary Bridge Engine Footprint Platform Reflection Values
          Engine         > Memory Native Platform
          Execution      > Bridge Compilation Files Footprint Limits Memory Native Platform Values
          Files          > Limits Memory Native
          Footprint      > Binary
          Limits         >
          Memory         > Footprint Limits Native Platform
          Native         >
          Platform       >
          Reflection     > Values
          Values         > Limits
        Simulation
          Api            >
          Client         >
          Players        > Api Client
        Storage
          Databases      > Model
          Health         > Databases
          Model          >
          Opening        > Databases Health Settings
          PostgreSql     > Databases Model Settings
          Settings       >
          Sqlite         > Databases Model Settings
          Stores         > Model Settings Writing
          Telemetry      >
          Writing        > Databases Health Model Opening Settings Telemetry
        """);

    public static TheoryData<string> Projects => [.. Allowed.Select(project => project.Key)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Are_those_of_the_table(string project)
    {
        var allowed = Allowed[project].ToDictionary(row => row.Folder, row => row.Uses.ToHashSet(StringComparer.Ordinal));
        var used = SourceFolders.Of(project).Arrows().Select(arrow => (From: Top(arrow.From), To: Top(arrow.To))).ToHashSet();
        used.RemoveWhere(arrow => arrow.From == arrow.To || arrow.From.Length == 0);

        Assert.Equal(SourceFolders.Of(project).TopFolders, allowed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Lines(allowed.SelectMany(row => row.Value.Select(to => (row.Key, to)))), Lines(used));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Make_no_cycle_at_any_level(string project) => Assert.Empty(SourceFolders.Of(project).Levels().SelectMany(Cycle));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Do_not_point_up_to_the_files_beside_the_folders(string project)
    {
        var up = SourceFolders.Of(project).Arrows().Where(arrow => IsWithin(arrow.From, arrow.To));

        Assert.Empty(up.Select(arrow => $"{arrow.From} > {arrow.To} in {arrow.File}"));
    }

    private static bool IsWithin(string folder, string other) => other.Length == 0 || folder.StartsWith(other + '.', StringComparison.Ordinal);

    private static string Top(string folder) => folder.Split('.')[0];

    private static string Lines(IEnumerable<(string From, string To)> arrows) =>
        string.Join('\n', arrows.Select(arrow => $"{arrow.From} > {arrow.To}").Order(StringComparer.Ordinal));

    // What remains when folders that use no remaining folder, or are used by none, are taken away, again and again.
    private static List<string> Cycle(IEnumerable<(string From, string To)> arrows)
    {
        var left = arrows.ToList();
        while (left.RemoveAll(arrow => !left.Exists(other => other.From == arrow.To) || !left.Exists(other => other.To == arrow.From)) > 0)
        {
        }

        return [.. left.Select(arrow => $"{arrow.From} > {arrow.To}")];
    }

    private static ILookup<string, (string Folder, string[] Uses)> Read(string table)
    {
        var project = "";
        var rows = new List<(string Project, (string Folder, string[] Uses) Row)>();
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries))
        {
            var parts = line.Split('>', StringSplitOptions.TrimEntries);
            if (parts.Length == 1)
            {
                project = line == "Host" ? "" : line;
                continue;
            }

            rows.Add((project, (parts[0], parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        }

        return rows.ToLookup(row => row.Project, row => row.Row);
    }
}
