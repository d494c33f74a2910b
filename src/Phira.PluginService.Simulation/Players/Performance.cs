using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Api;

namespace Phira.PluginService.Simulation.Players;

/// <summary>One play of a chart: touches and judgements step by step, and the record at the end.</summary>
internal sealed class Performance(int player, int chart, Whims whims)
{
    /// <summary>The length of a step in seconds.</summary>
    public const double Step = 0.5;

    private const int FramesAStep = 10;
    private const int JudgesAStep = 6;
    private const uint Lines = 12;

    private readonly double _length = whims.Between(4, 8);
    private readonly double _skill = whims.Between(0.85, 0.995);
    private readonly int[] _counts = new int[Enum.GetValues<Judgement>().Length];
    private double _time;
    private uint _note;
    private int _combo;
    private int _maxCombo;

    public bool IsOver => _time >= _length;

    public double Progress => _time / _length;

    /// <summary>Plays on for a step.</summary>
    public (EncodedList<TouchFrame> Touches, EncodedList<JudgeEvent> Judges) Continue()
    {
        var touches = Enumerable.Range(0, FramesAStep).Select(Touch).ToEncodedList();
        var judges = Enumerable.Range(0, JudgesAStep).Select(Judge).ToEncodedList();
        _time += Step;
        return (touches, judges);
    }

    /// <summary>The result, as the game would upload it.</summary>
    public PhiraRecord ToRecord()
    {
        var perfect = Count(Judgement.Perfect);
        var good = Count(Judgement.Good);
        var all = Math.Max(1, _counts.Sum());
        var accuracy = (perfect + (0.65f * good)) / all;
        return new PhiraRecord
        {
            Player = player,
            Chart = chart,
            Perfect = perfect,
            Good = good,
            Bad = Count(Judgement.Bad),
            Miss = Count(Judgement.Miss),
            MaxCombo = _maxCombo,
            Accuracy = accuracy,
            Score = (int)Math.Round((900_000 * accuracy) + (100_000f * _maxCombo / all)),
            FullCombo = perfect + good == all,
            Std = 0.03f,
            StdScore = 1000 * accuracy,
        };
    }

    private TouchFrame Touch(int index)
    {
        var time = (float)(_time + (index * Step / FramesAStep));
        var x = (float)Math.Sin(time);
        var y = (float)(0.5 * Math.Cos(time));

        // The finger is lifted at the end of each step: a negative number is the complement of the finger's.
        var finger = index == FramesAStep - 1 ? ~0 : 0;
        return new TouchFrame(time, [new TouchPoint((sbyte)finger, CompactPos.FromSingle(x, y))]);
    }

    private JudgeEvent Judge(int index)
    {
        var judgement = whims.Chance(_skill) ? Judgement.Perfect : whims.Pick<Judgement>([Judgement.Good, Judgement.Bad, Judgement.Miss]);
        _counts[(int)judgement]++;
        _combo = judgement is Judgement.Perfect or Judgement.Good ? _combo + 1 : 0;
        _maxCombo = Math.Max(_maxCombo, _combo);
        var time = (float)(_time + (index * Step / JudgesAStep));
        return new JudgeEvent(time, _note % Lines, _note++ / Lines, judgement);
    }

    private int Count(Judgement judgement) => _counts[(int)judgement];
}
