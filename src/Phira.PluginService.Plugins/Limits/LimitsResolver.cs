using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Limits;

/// <summary>Decides the limits of a plugin from what its manifest asks for and what the host allows.</summary>
internal static class LimitsResolver
{
    /// <summary>
    /// The host's defaults with the manifest's requests applied. A request may be lower or higher than the default, but nothing in
    /// the outcome may exceed the host's maximum: then every offending field is reported.
    /// </summary>
    /// <param name="requests">What the manifest asks for.</param>
    /// <param name="hostDefault">What a plugin gets that asks for nothing.</param>
    /// <param name="hostMaximum">What no plugin may exceed.</param>
    public static Result<ResourceLimits> Resolve(
        IEnumerable<LimitRequest> requests, ResourceLimits hostDefault, ResourceLimits hostMaximum)
    {
        var limits = hostDefault;
        var locations = new Dictionary<LimitField, SourceLocation?>();
        foreach (var request in requests)
        {
            limits = request.Field.With(limits, request.Value);
            locations[request.Field] = request.Location;
        }

        var problems = LimitField.All
            .Where(field => field.Get(limits) > field.Get(hostMaximum))
            .Select(field => new Error(
                ManifestErrors.LimitAboveMaximum, field.Key, $"{field.Get(limits)}", $"{field.Get(hostMaximum)}")
            {
                Location = locations.GetValueOrDefault(field),
            })
            .ToList();
        return problems.Count == 0 ? limits : Problems.Sum(ManifestErrors.LimitsRefused, problems);
    }
}
