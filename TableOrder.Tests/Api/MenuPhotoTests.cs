using System.Net;
using System.Net.Http.Headers;
using TableOrder.Core.Menu;
using TableOrder.Tests.Support;

namespace TableOrder.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class MenuPhotoTests(ApiHouse house)
{
    private string Address => $"menu/items/{house.Plain.Id}/photo";

    [Fact]
    public async Task The_manager_gives_a_dish_a_photo_and_anybody_sees_it_for_ever()
    {
        var large = new byte[PhotoRule.MostBytes];
        Pictures.Jpeg.CopyTo(large, 0);

        var set = await PutAsync(house.Manager, ("w320", Pictures.Png), ("w640", large), ("w960", large));

        set.Status.Should().Be(HttpStatusCode.OK, set.Text);
        var photo = set.Body.GetProperty("photo").GetString()!;
        photo.Should().MatchRegex("^/photos/[0-9a-f]{32}-960$");
        using var anybody = new HttpClient { BaseAddress = house.App.Address };
        var seen = await anybody.GetAsync(photo.Replace("-960", "-320", StringComparison.Ordinal));
        (await seen.Content.ReadAsByteArrayAsync()).Should().Equal(Pictures.Png);
        seen.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        seen.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        seen.Headers.Contains("Set-Cookie").Should().BeFalse();

        (await house.Manager.SendAsync(HttpMethod.Delete, Address, null)).Body.GetProperty("photo").GetString().Should().BeNull();
        (await anybody.GetAsync(photo)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_photo_is_refused()
    {
        (await PutAsync(house.Kitchen, ("w320", Pictures.Png))).ShouldBeProblem(403, "forbidden");
        (await PutAsync(house.Manager)).ShouldBeProblem(400, "invalid");
        (await PutAsync(house.Manager, ("w500", Pictures.Png))).ShouldBeProblem(400, "invalid");
        (await PutAsync(house.Manager, ("w320", "<script>"u8.ToArray())))
            .ShouldBeProblem(400, "invalid")
            .Body.GetProperty("errors")
            .TryGetProperty("w320", out _)
            .Should()
            .BeTrue();
        (await PutAsync(house.Manager, ("w320", new byte[700 * 1024]))).ShouldBeProblem(413, "too_large");
        (await house.Manager.SendAsync(HttpMethod.Put, Address, ApiClient.Json("{}"))).ShouldBeProblem(415, "unsupported_media_type");
        (await house.Manager.SendAsync(HttpMethod.Delete, $"menu/items/{Guid.NewGuid()}/photo", null)).ShouldBeProblem(404, "not_found");
        using var torn = new StringContent("--x\r\nnonsense");
        torn.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        (await house.Manager.SendAsync(HttpMethod.Put, Address, torn)).ShouldBeProblem(400, "invalid");
    }

    [Theory]
    [InlineData("/photos/nothing-320")]
    [InlineData("/photos/00000000000000000000000000000000-320")]
    [InlineData("/photos/x")]
    [InlineData("/photos/..-1")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var anybody = new HttpClient { BaseAddress = house.App.Address };

        (await anybody.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<Answer> PutAsync(ApiClient caller, params (string Field, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), field, "photo");
        }

        return await caller.SendAsync(HttpMethod.Put, Address, form);
    }
}
