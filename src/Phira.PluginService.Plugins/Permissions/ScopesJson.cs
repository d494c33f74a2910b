using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Security;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>Scopes as JSON: one object with the names that manifests use. Equal scopes are written alike.</summary>
internal static class ScopesJson
{
    private const uint MaximumRate = 1_000_000;
    private const int MaximumItems = 1000;

    private static readonly LocalizedText TextsRule = LocalizedText.Of("scope.texts");
    private static readonly LocalizedText UsersRule = LocalizedText.Of("scope.users");
    private static readonly LocalizedText HostsRule = LocalizedText.Of("scope.hosts");
    private static readonly LocalizedText RateRule = LocalizedText.Of("scope.rate");
    private static readonly LocalizedText FlagRule = LocalizedText.Of("scope.flag");
    private static readonly LocalizedText Unbounded = LocalizedText.Of("scope.unbounded");
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes scopes.</summary>
    public static string Write(PermissionRequest request)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            Write(writer, KnownPermissions.Commands, request.Commands);
            Write(writer, KnownPermissions.Hosts, request.Hosts);
            Write(writer, KnownPermissions.Paths, request.Paths);
            Write(writer, KnownPermissions.PerHour, request.PerHour);
            Write(writer, KnownPermissions.PerMinute, request.PerMinute);
            Write(writer, KnownPermissions.PerSecond, request.PerSecond);
            Write(writer, KnownPermissions.Rooms, request.Rooms);
            Write(writer, KnownPermissions.Services, request.Services);
            Write(writer, KnownPermissions.Spaces, request.Spaces);
            WriteUsers(writer, request.Users);
            Write(writer, KnownPermissions.Variables, request.Variables);
            if (request.Write)
            {
                writer.WriteBoolean(KnownPermissions.Write, true);
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>Tells a reader how far a permission reaches.</summary>
    public static LocalizedText Describe(PermissionRequest request)
    {
        var json = Write(request);
        return json == "{}" ? Unbounded : LocalizedText.Of("scope.bounded", json);
    }

    /// <summary>Reads scopes.</summary>
    public static Result<PermissionRequest> Read(string permission, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new Error(PermissionErrors.NotJson, permission, $"{document.RootElement.ValueKind}");
            }

            var request = new PermissionRequest(permission);
            foreach (var scope in document.RootElement.EnumerateObject())
            {
                var read = Read(request, scope.Name, scope.Value);
                if (!read.IsSuccess)
                {
                    return read;
                }

                request = read.Value;
            }

            return request;
        }
        catch (JsonException exception)
        {
            return new Error(PermissionErrors.NotJson, permission, exception.Message);
        }
    }

    private static Result<PermissionRequest> Read(PermissionRequest request, string scope, JsonElement value)
    {
        var known = KnownPermissions.All[request.Name].AddRange(KnownPermissions.Rates);
        if (!known.Contains(scope))
        {
            return new Error(PermissionErrors.UnknownScope, request.Name, scope, string.Join(", ", known));
        }

        return scope switch
        {
            KnownPermissions.Rooms => Texts(value) is { } rooms ? request with { Rooms = rooms } : Bad(TextsRule),
            KnownPermissions.Users => Users(value) is { } users ? request with { Users = users } : Bad(UsersRule),
            KnownPermissions.Hosts => Texts(value) is { } hosts && hosts.All(NetworkHost.IsValid) ? request with { Hosts = hosts } : Bad(HostsRule),
            KnownPermissions.Paths => Texts(value) is { } paths ? request with { Paths = paths } : Bad(TextsRule),
            KnownPermissions.Commands => Texts(value) is { } commands ? request with { Commands = commands } : Bad(TextsRule),
            KnownPermissions.Services => Texts(value) is { } services ? request with { Services = services } : Bad(TextsRule),
            KnownPermissions.Spaces => Texts(value) is { } spaces ? request with { Spaces = spaces } : Bad(TextsRule),
            KnownPermissions.Variables => Texts(value) is { } variables ? request with { Variables = variables } : Bad(TextsRule),
            KnownPermissions.Write => Flag(value) is { } write ? request with { Write = write } : Bad(FlagRule),
            KnownPermissions.PerSecond => Rate(value) is { } rate ? request with { PerSecond = rate } : Bad(RateRule),
            KnownPermissions.PerMinute => Rate(value) is { } rate ? request with { PerMinute = rate } : Bad(RateRule),
            _ => Rate(value) is { } rate ? request with { PerHour = rate } : Bad(RateRule),
        };

        Result<PermissionRequest> Bad(LocalizedText expected) => new Error(PermissionErrors.BadScope, request.Name, scope, expected);
    }

    private static ImmutableArray<string>? Texts(JsonElement value) =>
        IsList(value, JsonValueKind.String) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : null;

    private static ImmutableArray<uint>? Users(JsonElement value) =>
        IsList(value, JsonValueKind.Number) && value.EnumerateArray().All(item => item.TryGetUInt32(out _))
            ? [.. value.EnumerateArray().Select(item => item.GetUInt32())]
            : null;

    private static bool IsList(JsonElement value, JsonValueKind kind) =>
        value.ValueKind == JsonValueKind.Array
        && value.GetArrayLength() <= MaximumItems
        && value.EnumerateArray().All(item => item.ValueKind == kind);

    private static uint? Rate(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetUInt32(out var rate) && rate is > 0 and <= MaximumRate ? rate : null;

    private static bool? Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static void Write(Utf8JsonWriter writer, string scope, ImmutableArray<string>? texts)
    {
        if (texts is { } items)
        {
            writer.WriteStartArray(scope);
            foreach (var item in items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                writer.WriteStringValue(item);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteUsers(Utf8JsonWriter writer, ImmutableArray<uint>? users)
    {
        if (users is { } ids)
        {
            writer.WriteStartArray(KnownPermissions.Users);
            foreach (var id in ids.Distinct().Order())
            {
                writer.WriteNumberValue(id);
            }

            writer.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter writer, string scope, uint? rate)
    {
        if (rate is { } value)
        {
            writer.WriteNumber(scope, value);
        }
    }
}
