using System.Text;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Storage;

/// <summary>The interface <c>storage</c>. A write is acknowledged when it has reached the disk.</summary>
internal static class StorageInterface
{
    private const int MaximumKeyBytes = 256;
    private const int MaximumKeysListed = 1000;

    // A hundred years: beyond, a point in time could no longer be told.
    private const ulong MaximumLifetime = 100UL * 365 * 24 * 60 * 60 * 1000;

    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "storage",
        Function("get", Get),
        Function("set", Set),
        Function("delete", Delete),
        Function("list", ListKeys),
        Function("compare-and-set", CompareAndSet),
        Function("get-bytes", GetBytes),
        Function("set-bytes", SetBytes));

    private static HostFunction Function(string name, HostHandler handler) => new(name, handler) { Permission = PermissionNames.Storage };

    private static HostReply Get(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Read(context, arguments[0].AsString(), value => value.IsText
            ? ComponentValue.String(Encoding.UTF8.GetString(value.Bytes.Span))
            : HostReply.Conflict("the value was set as bytes: read it with get-bytes"));

    private static HostReply GetBytes(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Read(context, arguments[0].AsString(), value => Wit.List(value.Bytes.ToArray(), ComponentValue.U8));

    private static HostReply Read(HostContext context, string key, Func<PluginValue, HostReply> show)
    {
        if (Refuse(key) is { } refusal)
        {
            return refusal;
        }

        var data = context.Data;
        if (!HostWait.TryWait(context, token => data.Store.GetAsync(data.Plugin, key, token), out var value))
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

    private static HostReply Set(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Write(context, arguments[0].AsString(), Encoding.UTF8.GetBytes(arguments[1].AsString()), isText: true, arguments[2]);

    private static HostReply SetBytes(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Write(context, arguments[0].AsString(), [.. arguments[1].AsList().Select(item => item.AsU8())], isText: false, arguments[2]);

    private static HostReply Write(HostContext context, string key, byte[] bytes, bool isText, ComponentValue lifetime)
    {
        if (Refuse(key) is { } refusal)
        {
            return refusal;
        }

        if (RefuseSize(context, bytes.Length) is { } tooLarge)
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

            expiresAt = context.Services.Time.GetUtcNow() + TimeSpan.FromMilliseconds(milliseconds);
        }

        var data = context.Data;
        return HostWait.TryWait(
            context,
            token => data.Store.SetAsync(data.Plugin, key, new PluginValue(bytes, isText), expiresAt, data.QuotaBytes, token),
            out var result)
            ? result.IsSuccess ? HostReply.Done : Refused(context, result.Error)
            : NoTimeLeft();
    }

    private static HostReply Delete(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var key = arguments[0].AsString();
        if (Refuse(key) is { } refusal)
        {
            return refusal;
        }

        var data = context.Data;
        return HostWait.TryWait(context, token => data.Store.DeleteAsync(data.Plugin, key, token), out var found)
            ? ComponentValue.Bool(found)
            : NoTimeLeft();
    }

    private static HostReply ListKeys(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var prefix = arguments[0].AsString();
        var after = arguments[1].IsSome ? arguments[1].Payload!.AsString() : null;
        var count = (int)Math.Min(arguments[2].AsU32(), MaximumKeysListed);
        var data = context.Data;
        return HostWait.TryWait(context, token => data.Store.ListAsync(data.Plugin, prefix, after, count, token), out var keys)
            ? Wit.List(keys, ComponentValue.String)
            : NoTimeLeft();
    }

    private static HostReply CompareAndSet(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var key = arguments[0].AsString();
        if (Refuse(key) is { } refusal)
        {
            return refusal;
        }

        var expected = arguments[1].IsSome ? arguments[1].Payload!.AsString() : null;
        var value = arguments[2].IsSome ? arguments[2].Payload!.AsString() : null;
        if (value is not null && RefuseSize(context, Encoding.UTF8.GetByteCount(value)) is { } tooLarge)
        {
            return tooLarge;
        }

        var data = context.Data;
        return HostWait.TryWait(
            context, token => data.Store.CompareAndSetAsync(data.Plugin, key, expected, value, data.QuotaBytes, token), out var result)
            ? result.IsSuccess ? ComponentValue.Bool(result.Value) : Refused(context, result.Error)
            : NoTimeLeft();
    }

    private static HostReply? Refuse(string key) => Encoding.UTF8.GetByteCount(key) is > 0 and <= MaximumKeyBytes
        ? (HostReply?)null
        : HostReply.Invalid($"key: 1 to {MaximumKeyBytes} bytes");

    private static HostReply? RefuseSize(HostContext context, int bytes)
    {
        if (bytes <= context.Data.ValueBytes)
        {
            return null;
        }

        context.Data.Counters.LimitHit(LimitNames.StorageValueBytes);
        return HostReply.QuotaExceeded($"{LimitNames.StorageValueBytes}: a value has at most {context.Data.ValueBytes} bytes");
    }

    private static HostReply Refused(HostContext context, Error error)
    {
        if (error.Code == PluginDataErrors.QuotaExceeded)
        {
            context.Data.Counters.LimitHit(LimitNames.StorageBytes);
            return HostReply.QuotaExceeded($"{LimitNames.StorageBytes}: {error.Message()}");
        }

        return error;
    }

    private static HostReply NoTimeLeft() => HostReply.Unavailable("the storage did not answer within this call's time");
}
