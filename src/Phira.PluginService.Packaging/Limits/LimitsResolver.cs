using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Packaging.Limits;

/// <summary>Decides the limits of a plugin from what its manifest asks for and what the host allows.</summary>
internal static class LimitsResolver
{
    /// <summary>
    /// The host's defaults with the manifest's requests applied. A request may be lower or higher than the default, but nothing in
    /// the outcome may exceed the host's maximum: then every offending field is reported.
    /// </summary>
    /// <param name="hostDefault">The limits of a plugin that asks for none.</param>
    /// <param name="hostMaximum">The limits that no plugin may exceed.</param>
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

    /// <summary>
    /// Limits with an administrator's decisions applied. One that is above the host's maximum counts as that maximum: the host's
    /// configuration was lowered since.
    /// </summary>
    /// <param name="hostMaximum">The limits that no plugin may exceed.</param>
    public static ResourceLimits Apply(ResourceLimits limits, IReadOnlyDictionary<string, long> overrides, ResourceLimits hostMaximum) =>
        LimitField.All.Aggregate(limits, (current, field) => overrides.TryGetValue(field.Key, out var value)
            ? field.With(current, Math.Clamp(value, field.Minimum, field.Get(hostMaximum)))
            : current);

    /// <summary>Checks an administrator's decisions.</summary>
    /// <param name="hostMaximum">The limits that no plugin may exceed.</param>
    /// <returns>Everything that is wrong with them, or null.</returns>
    public static Error? Check(IReadOnlyDictionary<string, long> overrides, ResourceLimits hostMaximum)
    {
        var problems = new List<Error>();
        foreach (var (name, value) in overrides.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (LimitField.Find(name) is not { } field)
            {
                problems.Add(new Error(LimitErrors.Unknown, name, string.Join(", ", LimitField.All)));
            }
            else if (value < field.Minimum || value > field.Get(hostMaximum))
            {
                problems.Add(new Error(LimitErrors.OutOfRange, name, $"{value}", $"{field.Minimum}", $"{field.Get(hostMaximum)}"));
            }
        }

        return problems.Count == 0 ? null : Problems.Sum(LimitErrors.Refused, problems);
    }
}
