using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Limits;
using JudgeEvent = Phira.PluginService.Protocol.Data.JudgeEvent;
using TouchFrame = Phira.PluginService.Protocol.Data.TouchFrame;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>Takes the values of rooms to JSON and back, as a codec between nodes would: by nothing but their public members.</summary>
internal static class RoomJson
{
    private static readonly Type[] Families = [typeof(RoomCommand), typeof(RoomEffect), typeof(RoomRound), typeof(GameEvent)];

    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheMembersOfFamilies } },
        Converters = { new RoomNameConverter(), new ListConverter<TouchFrame>(), new ListConverter<JudgeEvent>() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Travel<T>(T value) => JsonSerializer.Deserialize<T>(Write(value), Options)!;

    /// <summary>The records that are one of a kind.</summary>
    public static IEnumerable<Type> MembersOf(Type family) =>
        family.Assembly.GetTypes().Where(type => type.IsSubclassOf(family) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal);

    private static void NameTheMembersOfFamilies(JsonTypeInfo info)
    {
        if (!Families.Contains(info.Type))
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$kind" };
        foreach (var member in MembersOf(info.Type))
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(member, member.Name));
        }
    }

    private sealed class RoomNameConverter : JsonConverter<RoomName>
    {
        public override RoomName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => RoomName.Create(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, RoomName value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class ListConverter<T> : JsonConverter<EncodedList<T>>
        where T : struct, IWireElement<T>
    {
        public override EncodedList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EncodedList.TryDecode<T>(reader.GetBytesFromBase64(), DecodeLimits.Unlimited, out var list) ? list : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, EncodedList<T> value, JsonSerializerOptions options) =>
            writer.WriteBase64StringValue(value.Bytes.Span);
    }
}
