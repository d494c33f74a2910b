using Phira.PluginService.Core.Packages;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Plugins.Packages.Inspection;

/// <summary>An unpacked package with what is known about it.</summary>
/// <param name="Manifest">The manifest; null when it cannot be used.</param>
/// <param name="Component">Name of its component's file; null when there is none or it is not clear which.</param>
internal sealed record InspectedPackage(PackageReport Report, PluginManifest? Manifest, string? Component);
