using System.Collections.Immutable;
using System.Text.Json;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Limits;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Packaging.Toml;
using Semver;

namespace Phira.PluginService.Packaging.Manifest.Reading;

/// <summary>Makes a manifest of one text; used once.</summary>
internal sealed class ManifestParser(string file, HostVersions host, Func<string, Result<ConfigSchema>> readBeside)
{
    private const int ShortText = 256;
    private const int LongText = 4096;
    private const int MaximumVersion = 128;
    private const int MaximumName = 64;

    private readonly ProblemList _problems = new(file);

    /// <summary>Reads the text.</summary>
    public ManifestReading Parse(string text)
    {
        var document = TomlDocument.Parse(text, file);
        var top = new ManifestTable("", document.Root, _problems);
        var isComplete = document.TrustedLines == int.MaxValue;
        var name = Name(top);
        var manifest = Read(top, name, isComplete);
        if (!isComplete)
        {
            _problems.KeepUntil(document.TrustedLines);
            name = top.Find("name")?.Location.Line <= document.TrustedLines ? name : null;
        }

        _problems.AddRange(document.Problems);
        var failure = _problems.Sum();
        return new(name, failure is null ? manifest : null, failure) { NameLocation = top.Find("name")?.Value.Location };
    }

    private PluginManifest? Read(ManifestTable top, PluginName? name, bool isComplete)
    {
        top.CheckKeys(KnownKeys.Top);
        var version = Version(top, "version");
        var abi = Version(top, "abi_version");
        var manifest = new PluginManifest
        {
            // Where one of these is missing there is a problem, and then the manifest is not given out.
            Name = name!,
            Version = version!,
            AbiVersion = abi!,
            Author = top.ShownText("author", ShortText),
            Description = TranslationSection.Read(top, "description", LongText),
            License = top.ShownText("license", ShortText),
            Website = Website(top),
            Category = top.ShownText("category", ShortText),
            Tags = [.. (top.Texts("tags") ?? []).Select(tag => ExternalText.Line(tag, ShortText))],
            CustomJson = Json(top, "custom"),
            EntryPoint = EntryPoint(top) ?? PluginManifest.DefaultEntryPoint,
            MinHostVersion = Version(top, "min_host_version"),
            Wasm = FileName(top, "wasm"),
            Dependencies = DependencySection.Dependencies(top, name),
            Conflicts = DependencySection.Conflicts(top, name),
            Permissions = PermissionSection.Read(top),
            Limits = Limits(top),
            Security = SecuritySection.Read(top),
            ConfigJson = Json(top, ConfigSection.Config),
            HotReload = HotReload(top),
            Pages = PageSection.Read(top),
            OutsideConfigJson = OutsideConfig(top),
        };
        manifest = manifest with { ConfigSchema = new ConfigSection(top, file, readBeside).Read(manifest.ConfigJson) };
        CheckRequired(top, isComplete);
        CheckHost(top, abi, manifest.MinHostVersion);
        return manifest;
    }

    private void CheckRequired(ManifestTable top, bool isComplete)
    {
        foreach (var key in (string[])["name", "version", "abi_version"])
        {
            if (isComplete && top.Find(key) is null)
            {
                _problems.Add(new(file, 1, 1), ManifestErrors.MissingKey, key);
            }
        }
    }

    private void CheckHost(ManifestTable top, SemVersion? abi, SemVersion? oldest)
    {
        if (abi is not null && !host.Supports(abi))
        {
            _problems.Add(top.Find("abi_version")!.Value.Location, ManifestErrors.AbiUnsupported, $"{abi}", $"{host.Abi}");
        }

        if (oldest is not null && host.Service.ComparePrecedenceTo(oldest) < 0)
        {
            _problems.Add(
                top.Find("min_host_version")!.Value.Location, ManifestErrors.HostTooOld, $"{oldest}", $"{host.Service}");
        }
    }

    private PluginName? Name(ManifestTable top)
    {
        if (top.Text("name", ShortText) is not { } text)
        {
            return null;
        }

        if (!PluginName.TryParse(text, out var name))
        {
            _problems.Add(top.Find("name")!.Value.Location, ManifestErrors.BadName, "name", text);
        }

        return name;
    }

    private SemVersion? Version(ManifestTable top, string key)
    {
        if (top.Text(key, MaximumVersion) is not { } text)
        {
            return null;
        }

        if (!SemVersion.TryParse(text, SemVersionStyles.Strict, out var version, MaximumVersion))
        {
            _problems.Add(top.Find(key)!.Value.Location, ManifestErrors.BadVersion, key, text);
        }

        return version;
    }

    private string? Website(ManifestTable top)
    {
        // Shown as a link to administrators: nothing but the web.
        if (top.Text("website", LongText) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp))
        {
            return text;
        }

        _problems.Add(top.Find("website")!.Value.Location, ManifestErrors.BadUrl, "website", text);
        return null;
    }

    private string? EntryPoint(ManifestTable top)
    {
        if (top.Text("entry_point", ShortText) is not { } text)
        {
            return null;
        }

        if (text.Length <= MaximumName
            && char.IsAsciiLetter(text[0])
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return text;
        }

        _problems.Add(top.Find("entry_point")!.Value.Location, ManifestErrors.BadEntryPoint, text);
        return null;
    }

    private static string? FileName(ManifestTable top, string key) =>
        top.Text(key, ShortText) is { } text && PlainFileName.Check(top, key, text) ? text : null;

    private string Json(ManifestTable top, string key) =>
        top.Value(key, TomlKind.Table) is { } table ? TomlJson.Write(key, table, _problems) : "{}";

    private string OutsideConfig(ManifestTable top)
    {
        // What JSON cannot hold is reported where the key is read.
        var reported = new ProblemList(file);
        var members = top.Members
            .Where(member => !ConfigSection.Keys.Contains(member.Key))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{JsonSerializer.Serialize(member.Key)}:{TomlJson.Write(member.Key, member.Value, reported)}");
        return $"{{{string.Join(',', members)}}}";
    }

    private ImmutableArray<LimitRequest> Limits(ManifestTable top)
    {
        if (top.Table(KnownKeys.Limits) is not { } table)
        {
            return [];
        }

        table.CheckKeys([.. LimitField.All.Select(field => field.Key)]);
        var requests = ImmutableArray.CreateBuilder<LimitRequest>();
        foreach (var field in LimitField.All)
        {
            if (table.Amount(field.Key, field.Amounts) is not { } amount)
            {
                continue;
            }

            var member = table.Find(field.Key)!;
            requests.Add(new(field, amount, member.Location));
            if (amount < field.Minimum)
            {
                _problems.Add(
                    member.Value.Location, ManifestErrors.LimitBelowMinimum, table.Full(field.Key), $"{amount}", $"{field.Minimum}");
            }
        }

        return requests.ToImmutable();
    }

    private HotReloadOverrides HotReload(ManifestTable top)
    {
        if (top.Table(KnownKeys.HotReload) is not { } table)
        {
            return new();
        }

        table.CheckKeys([.. KnownKeys.HotReloadTable, .. KnownKeys.HostHotReload]);
        foreach (var member in table.Members.Where(member => KnownKeys.HostHotReload.Contains(member.Key)))
        {
            _problems.Add(member.Location, ManifestErrors.HostKey, table.Full(member.Key));
        }

        return new(
            table.Boolean("enabled"), table.Boolean("restart_on_config_change"), table.Boolean("restart_on_wasm_change"));
    }
}
