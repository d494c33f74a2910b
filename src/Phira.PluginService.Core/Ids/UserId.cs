namespace Phira.PluginService.Core.Ids;

/// <summary>The id of a Phira account. The wire carries it as a signed 32-bit number; genuine ids are positive.</summary>
public readonly record struct UserId(int Value)
{
    /// <summary>The sender of system messages: no account has this id.</summary>
    public static readonly UserId System;

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
