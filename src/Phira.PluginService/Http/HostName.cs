using System.Buffers;
using System.Globalization;
using System.Text;

namespace Phira.PluginService.Http;

/// <summary>Host names in the form in which they are compared: lower case, Punycode for what is not ASCII, and without the dot of a complete name.</summary>
internal static class HostName
{
    private static readonly IdnMapping Mapping = new() { AllowUnassigned = true };

    // What belongs to other parts of an address.
    private static readonly SearchValues<char> Foreign = SearchValues.Create("/ :@?#\\");

    public static string Normalize(string name)
    {
        // Browsers send "phira.example." as it was typed: to them and to DNS it is the same host.
        name = name.TrimEnd('.');

        // What is ASCII already, an IP address for example, has nothing to be mapped.
        if (Ascii.IsValid(name))
        {
            return name.ToLowerInvariant();
        }

        try
        {
            return Mapping.GetAscii(name.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            // No host name; it matches nothing.
            return name;
        }
    }

    public static bool IsValid(string name) => !name.AsSpan().ContainsAny(Foreign) && Normalize(name) is { Length: > 0 } normal && Ascii.IsValid(normal);
}
