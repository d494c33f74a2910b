namespace Phira.PluginService.Protocol.Limits;

/// <summary>The limits on one packet.</summary>
/// <param name="TouchFrames">The most touch frames.</param>
/// <param name="TouchPoints">The most touch points over all frames.</param>
/// <param name="JudgeEvents">The most judge events.</param>
public sealed record DecodeLimits(int TouchFrames, int TouchPoints, int JudgeEvents)
{
    /// <summary>The limits on a client's packets.</summary>
    public static DecodeLimits Server { get; } =
        new(ProtocolLimits.MaxTouchFrames, ProtocolLimits.MaxTouchPoints, ProtocolLimits.MaxJudgeEvents);

    /// <summary>Nothing but the size of the payload limits the counts.</summary>
    public static DecodeLimits Unlimited { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue);
}
