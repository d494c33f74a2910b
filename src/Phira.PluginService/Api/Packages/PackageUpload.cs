using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Packages;

/// <summary>A package, or a component, as it comes in a request: the whole body, or the first file of a form. It is read as it arrives.</summary>
/// <param name="Content">The bytes, to be read once.</param>
internal sealed record PackageUpload(Stream Content, string? FileName)
{
    /// <summary>The media type of a package that is the whole body.</summary>
    public const string Zip = "application/zip";

    /// <summary>The media type of a component that is the whole body.</summary>
    public const string Wasm = "application/wasm";

    /// <summary>The media type of a form with a package in it.</summary>
    public const string Form = "multipart/form-data";

    // Above what a package may have, so that one which is too large is refused with the words for that.
    private const long LargestBody = 65L << 20;
    private const int LongestBoundary = 128;

    private static readonly RequestSizeLimitAttribute SizeLimit = new(LargestBody);

    /// <summary>Lets an endpoint accept packages.</summary>
    public static RouteHandlerBuilder Accept(RouteHandlerBuilder endpoint) =>
        endpoint.Accepts<IFormFile>(Zip, Wasm, "application/octet-stream", Form).WithMetadata(SizeLimit).DisableAntiforgery();

    /// <summary>Opens the package of a request.</summary>
    /// <returns>The package, or what is wrong with the request.</returns>
    public static async Task<Result<PackageUpload>> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return new Error(ApiErrors.NoPackage);
        }

        if (!type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase))
        {
            return new PackageUpload(request.Body, null);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        if (boundary.Length is 0 or > LongestBoundary)
        {
            return new Error(ApiErrors.NoPackage);
        }

        var reader = new MultipartReader(boundary.ToString(), request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
                {
                    var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
                    return new PackageUpload(section.Body, HeaderUtilities.RemoveQuotes(name).Value);
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or IOException and not BadHttpRequestException)
        {
            return new Error(ApiErrors.NoPackage);
        }

        return new Error(ApiErrors.NoPackage);
    }
}
