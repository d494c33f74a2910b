using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Core.Tests.Plugins;

public sealed class ChangeCauseTests
{
    public static TheoryData<ChangeSource> OfService => [.. Enum.GetValues<ChangeSource>().Where(source => source != ChangeSource.Administrator)];

    [Theory]
    [MemberData(nameof(OfService))]
    public void The_service_is_told_from_administrators_also_after_the_cause_was_stored(ChangeSource source)
    {
        var cause = ChangeCause.ByService(source, "a test", "7");

        Assert.False(cause.IsByAdministrator);
        Assert.Equal(cause, ChangeCause.Stored(cause.Actor, cause.Reason, cause.CorrelationId));
    }

    [Fact]
    public void An_administrator_has_a_name_of_their_own() => Assert.True(ChangeCause.Stored("admin", "a test", "7").IsByAdministrator);
}
