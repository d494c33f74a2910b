using System.Globalization;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Tests.Values;

/// <summary>Values in words that are the same exactly when the values are.</summary>
internal static class ValueText
{
    public static string Of(ComponentValue? value) => value?.Kind switch
    {
        null => "",
        ComponentValueKind.String => $"\"{value.AsString()}\"",
        ComponentValueKind.F32 => $"{BitConverter.SingleToUInt32Bits(value.AsF32()):x8}",
        ComponentValueKind.F64 => $"{BitConverter.DoubleToUInt64Bits(value.AsF64()):x16}",
        ComponentValueKind.Char => value.AsChar().ToString(CultureInfo.InvariantCulture),
        ComponentValueKind.List => $"[{string.Join(", ", value.AsList().Select(Of))}]",
        ComponentValueKind.Tuple => $"<{string.Join(", ", value.AsTuple().Select(Of))}>",
        ComponentValueKind.Record => $"{{{string.Join(", ", value.AsRecord().Select(field => $"{field.Key}: {Of(field.Value)}"))}}}",
        ComponentValueKind.Variant => $"{value.AsVariant()}({Of(value.Payload)})",
        ComponentValueKind.Enum => value.AsEnum(),
        ComponentValueKind.Flags => $"|{string.Join('|', value.AsFlags())}|",
        ComponentValueKind.Option => value.IsSome ? $"some({Of(value.Payload)})" : "none",
        ComponentValueKind.Result => $"{(value.IsOk ? "ok" : "err")}({Of(value.Payload)})",
        ComponentValueKind.Bool => $"{value.AsBool()}",
        ComponentValueKind.S8 => $"{value.AsS8()}",
        ComponentValueKind.S16 => $"{value.AsS16()}",
        ComponentValueKind.S32 => $"{value.AsS32()}",
        ComponentValueKind.S64 => $"{value.AsS64()}",
        ComponentValueKind.U8 => $"{value.AsU8()}",
        ComponentValueKind.U16 => $"{value.AsU16()}",
        ComponentValueKind.U32 => $"{value.AsU32()}",
        _ => $"{value.AsU64()}",
    };
}
