using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Data;

/// <summary>The judgement of one note.</summary>
/// <param name="Time">Chart time in seconds.</param>
/// <param name="Line">The number of the judge line.</param>
/// <param name="Note">The number of the note on its line.</param>
/// <param name="Judgement">The quality of the hit.</param>
public readonly record struct JudgeEvent(float Time, uint Line, uint Note, Judgement Judgement) : IWireElement<JudgeEvent>
{
    internal const int SizeBeforeJudgement = sizeof(float) + sizeof(uint) + sizeof(uint);
    internal const int Size = SizeBeforeJudgement + sizeof(Judgement);

    static JudgeEvent IWireElement<JudgeEvent>.Read(ref WireReader reader) =>
        new(reader.Single(), reader.UInt32(), reader.UInt32(), reader.Judgement());

    static EncodedList<JudgeEvent> IWireElement<JudgeEvent>.ReadList(ref WireReader reader, DecodeLimits limits) => reader.JudgeEvents(limits);

    void IWireElement<JudgeEvent>.Write(ref WireWriter writer)
    {
        writer.Single(Time);
        writer.UInt32(Line);
        writer.UInt32(Note);
        writer.Byte((byte)Judgement);
    }
}
