using System.Text;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Storage;

/// <summary>The functions of <c>storage</c> for one instance. A write is acknowledged when it has reached the disk.</summary>
internal sealed class StorageFunctions(HostContext context, IPluginDataStore store, PluginStorageOptions options, TimeProvider timeProvider)
{
    private const string BytesLimit = "storage_bytes";
    private const string ValueBytesLimit = "storage_value_bytes";
    private const int MaximumKeyBytes = 256;
    private const int MaximumKeysListed = 1000;

    // A hundred years: beyond, a point in time could no longer be told.
    private const ulong MaximumLifetime = 100UL * 365 * 24 * 60 * 60 * 1000;

    public HostReply Get(ReadOnlySpan<ComponentValue> arguments) =>
        Read(arguments[0].AsString(), value => value.IsText
            ? ComponentValue.String(Encoding.UTF8.GetString(value.Bytes.Span))
            : HostReply.Conflict("the value was set as bytes: read it with get-bytes"));

    public HostReply GetBytes(ReadOnlySpan<ComponentValue> arguments) =>
        Read(arguments[0].AsString(), value => ValueTree.OfBytes(value.Bytes.Span));

    private HostReply Read(string key, Func<PluginValue, HostReply> show)
    {
        if (Refuse(key) is { } refusal)
        {
            return refusal;
        }

        if (!HostWait.TryWait(context, token => store.GetAsync(context.Plugin, key, token), out var value))
        {
            return NoTimeLeft();
        }

        if (value is null)
        {
            return ComponentValue.None();
        }

        var shown = show(value);
        return shown.ErrorCase is null ? ComponentValue.Some(shown.Value!) : shown;
    }

    public HostReply Set(ReadOnlySpan<ComponentValue> arguments) =>
        Write(arguments[0].AsString(), Encoding.UTF8.GetBytes(arguments[1].AsString()), isText: true, arguments[2]);

    public HostReply SetBytes(ReadOnlySpan<ComponentValue> arguments) =>
        Write(arguments[0].AsString(), ValueTree.ToBytes(arguments[1]), isText: false, arguments[2]);

    private HostReply Write(string key, byte[] bytes, bool isText, ComponentValue lifetime)
    {
        if (Refuse(key) is { } refusal)
        {
            return refusal;
        }

        if (RefuseSize(bytes.Length) is { } tooLarge)
        {
            return tooLarge;
        }

        var expiresAt = default(DateTimeOffset?);
        if (lifetime.IsSome)
        {
            var milliseconds = lifetime.Payload!.AsU64();
            if (milliseconds is 0 or > MaximumLifetime)
            {
                return HostReply.Invalid($"ttl-ms: 1 to {MaximumLifetime}");
            }

            expiresAt = timeProvider.GetUtcNow() + TimeSpan.FromMilliseconds(milliseconds);
        }

        return HostWait.TryWait(
            context,
            token => store.SetAsync(context.Plugin, key, new PluginValue(bytes, isText), expiresAt, options.StorageBytes, token),
            out var result)
            ? result.IsSuccess ? HostReply.Done : Refused(result.Error)
            : NoTimeLeft();
    }

    public HostReply Delete(ReadOnlySpan<ComponentValue> arguments)
    {
        var key = arguments[0].AsString();
        if (Refuse(key) is { } refusal)
        {
            return refusal;
        }

        return HostWait.TryWait(context, token => store.DeleteAsync(context.Plugin, key, token), out var found)
            ? ComponentValue.Bool(found)
            : NoTimeLeft();
    }

    public HostReply ListKeys(ReadOnlySpan<ComponentValue> arguments)
    {
        var prefix = arguments[0].AsString();
        var after = arguments[1].IsSome ? arguments[1].Payload!.AsString() : null;
        var count = (int)Math.Min(arguments[2].AsU32(), MaximumKeysListed);
        return HostWait.TryWait(context, token => store.ListAsync(context.Plugin, prefix, after, count, token), out var keys)
            ? Wit.List(keys, ComponentValue.String)
            : NoTimeLeft();
    }

    public HostReply CompareAndSet(ReadOnlySpan<ComponentValue> arguments)
    {
        var key = arguments[0].AsString();
        if (Refuse(key) is { } refusal)
        {
            return refusal;
        }

        var expected = arguments[1].IsSome ? arguments[1].Payload!.AsString() : null;
        var value = arguments[2].IsSome ? arguments[2].Payload!.AsString() : null;
        if (value is not null && RefuseSize(Encoding.UTF8.GetByteCount(value)) is { } tooLarge)
        {
            return tooLarge;
        }

        return HostWait.TryWait(
            context, token => store.CompareAndSetAsync(context.Plugin, key, expected, value, options.StorageBytes, token), out var result)
            ? result.IsSuccess ? ComponentValue.Bool(result.Value) : Refused(result.Error)
            : NoTimeLeft();
    }

    private static HostReply? Refuse(string key) => Encoding.UTF8.GetByteCount(key) is > 0 and <= MaximumKeyBytes
        ? (HostReply?)null
        : HostReply.Invalid($"key: 1 to {MaximumKeyBytes} bytes");

    private HostReply? RefuseSize(int bytes)
    {
        if (bytes <= options.StorageValueBytes)
        {
            return null;
        }

        return context.Exceeded(ValueBytesLimit, $"{ValueBytesLimit}: a value has at most {options.StorageValueBytes} bytes");
    }

    private HostReply Refused(Error error)
    {
        return error.Code == PluginDataErrors.QuotaExceeded ? context.Exceeded(BytesLimit, $"{BytesLimit}: {error.Message()}") : error;
    }

    private static HostReply NoTimeLeft() => HostReply.Unavailable("the storage did not answer within this call's time");
}
