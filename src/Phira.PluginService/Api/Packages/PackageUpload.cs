using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Api.Packages;

/// <summary>Finds the package in a request: the whole body, or the first file of a form. It is read as it arrives, never kept in memory.</summary>
internal static class PackageUpload
{
    /// <summary>The media type of a package that is the whole body.</summary>
    public const string Zip = "application/zip";

    /// <summary>The media type of a form with a package in it.</summary>
    public const string Form = "multipart/form-data";

    // Above what a package may have, so that one which is too large is refused with the words for that.
    private const long LargestBody = 65L << 20;
    private const int LongestBoundary = 128;

    private static readonly RequestSizeLimitAttribute _sizeLimit = new(LargestBody);

    /// <summary>Lets an endpoint accept packages.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public static RouteHandlerBuilder AcceptsPackage(this RouteHandlerBuilder endpoint) =>
        endpoint.Accepts<IFormFile>(Zip, "application/octet-stream", Form).WithMetadata(_sizeLimit).DisableAntiforgery();

    /// <summary>Opens the package of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The package as a stream to be read once, or what is wrong with the request.</returns>
    public static async Task<Result<Stream>> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return new Error(ApiErrors.NoPackage);
        }

        if (!type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase))
        {
            return request.Body;
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
                if (section.GetContentDispositionHeader()?.IsFileDisposition() == true)
                {
                    return section.Body;
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException or IOException and not BadHttpRequestException)
        {
            return new Error(ApiErrors.NoPackage);
        }

        return new Error(ApiErrors.NoPackage);
    }
}
