using System.Globalization;
using System.Text;
using QRCoder;

namespace TableOrder.Web.Guest;

/// <summary>A QR code as the path of an SVG: one unit a module, with the quiet zone of four modules that readers need.</summary>
/// <param name="Size">Its width and height in modules.</param>
/// <param name="Path">What is black, as SVG path data.</param>
internal sealed record QrPicture(int Size, string Path)
{
    /// <summary>The code of a text. Of its modules 15 % may be hidden by a finger or a reflection.</summary>
    public static QrPicture Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Length; x++)
            {
                var start = x;
                while (x < row.Length && row[x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return new QrPicture(code.ModuleMatrix.Count, path.ToString());
    }
}
