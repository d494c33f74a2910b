using System.Text;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.SharedStorage;

/// <summary>The functions of <c>shared-storage</c> for one instance.</summary>
internal sealed class SharedStorageFunctions(HostContext context, SharedSpaces spaces, SharedStorageOptions options)
{
    private const string BytesLimit = "shared_storage_bytes";
    private const string ValueBytesLimit = "shared_storage_value_bytes";
    private const int MaximumKeyBytes = 256;
    private const int MaximumKeysListed = 1000;
    private const int MaximumNameShown = 64;

    // A year: what should last longer belongs into the storage.
    private const ulong MaximumLifetime = 365UL * 24 * 60 * 60 * 1000;

    /// <summary>The space that the first argument names.</summary>
    public static PermissionTarget Target(ReadOnlySpan<ComponentValue> arguments) => new() { Space = arguments[0].AsString() };

    public HostReply Get(ReadOnlySpan<ComponentValue> arguments)
    {
        var key = arguments[1].AsString();
        return Open(arguments[0], key, out var space) ?? Wit.Option(space!.Find(key), ComponentValue.String);
    }

    public HostReply Set(ReadOnlySpan<ComponentValue> arguments)
    {
        var (key, text) = (arguments[1].AsString(), arguments[2].AsString());
        var (lifetime, badLifetime) = ReadLifetime(arguments[3]);
        if ((Open(arguments[0], key, out var space) ?? RefuseText(text) ?? badLifetime) is { } refusal)
        {
            return refusal;
        }

        return space!.TrySet(key, text, lifetime) ? HostReply.Done : Full(arguments[0]);
    }

    public HostReply Delete(ReadOnlySpan<ComponentValue> arguments)
    {
        var key = arguments[1].AsString();
        return Open(arguments[0], key, out var space) ?? ComponentValue.Bool(space!.Delete(key));
    }

    public HostReply ListKeys(ReadOnlySpan<ComponentValue> arguments)
    {
        if (spaces.Find(arguments[0].AsString()) is not { } space)
        {
            return Missing(arguments[0]);
        }

        var after = arguments[2].IsSome ? arguments[2].Payload!.AsString() : null;
        var limit = (int)Math.Min(arguments[3].AsU32(), MaximumKeysListed);
        return Wit.List(space.List(arguments[1].AsString(), after, limit), ComponentValue.String);
    }

    public HostReply CompareAndSet(ReadOnlySpan<ComponentValue> arguments)
    {
        var key = arguments[1].AsString();
        var expected = arguments[2].IsSome ? arguments[2].Payload!.AsString() : null;
        var text = arguments[3].IsSome ? arguments[3].Payload!.AsString() : null;
        var (lifetime, badLifetime) = ReadLifetime(arguments[4]);
        if ((Open(arguments[0], key, out var space) ?? RefuseText(text ?? "") ?? badLifetime) is { } refusal)
        {
            return refusal;
        }

        var (matched, fitted) = space!.CompareAndSet(key, expected, text, lifetime);
        return fitted ? ComponentValue.Bool(matched) : Full(arguments[0]);
    }

    private HostReply? Open(ComponentValue name, string key, out SharedSpace? space)
    {
        space = spaces.Find(name.AsString());
        if (Encoding.UTF8.GetByteCount(key) is < 1 or > MaximumKeyBytes)
        {
            return HostReply.Invalid($"key: 1 to {MaximumKeyBytes} bytes");
        }

        return space is null ? Missing(name) : (HostReply?)null;
    }

    private static HostReply Missing(ComponentValue name) =>
        HostReply.NotFound($"no plugin {GuestText.Line(name, MaximumNameShown)} is installed");

    private static (TimeSpan? Lifetime, HostReply? Refusal) ReadLifetime(ComponentValue option)
    {
        if (!option.IsSome)
        {
            return (null, null);
        }

        return option.Payload!.AsU64() is >= 1 and <= MaximumLifetime and var milliseconds
            ? (TimeSpan.FromMilliseconds(milliseconds), null)
            : (null, HostReply.Invalid($"ttl-ms: 1 to {MaximumLifetime}"));
    }

    private HostReply? RefuseText(string text) => Encoding.UTF8.GetByteCount(text) <= options.SharedStorageValueBytes
        ? (HostReply?)null
        : context.Exceeded(ValueBytesLimit, $"{ValueBytesLimit}: a value has at most {options.SharedStorageValueBytes} bytes");

    private HostReply Full(ComponentValue name) => context.Exceeded(
        BytesLimit, $"{BytesLimit}: the space {name.AsString()} has at most {options.SharedStorageBytes} bytes, with 64 for each entry");
}
