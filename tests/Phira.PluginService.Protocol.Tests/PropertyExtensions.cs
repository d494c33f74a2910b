using FsCheck;

namespace Phira.PluginService.Protocol.Tests;

internal static class PropertyExtensions
{
    /// <summary>Tries a property; silent unless it fails.</summary>
    public static void Holds(this Property property, int attempts = 100) =>
        property.Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(attempts));
}
