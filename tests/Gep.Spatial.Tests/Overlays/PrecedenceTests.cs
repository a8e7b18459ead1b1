using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>Overlaps resolved by precedence, against OverlayNG taking parcel after parcel away.</summary>
public class PrecedenceTests
{
    private const double LeastSquareMetres = 1e-6, Relative = 1e-9, PairSquareMetres = 1e-4;
    private const int Scenes = 60;

    [Fact]
    public void Compute_LayersSurveyedAnew_AreThoseOfOverlayNg()
    {
        for (int seed = 0; seed < Scenes; seed++)
        {
            var scene = new SurveyScene(seed);
            var result = AreaOverlay.Compute(scene.Zones, scene.Parcels);
            var expected = new Expected(scene);
            foreach (ParcelArea parcel in result.Parcels)
            {
                AssertClose(expected.Net(parcel.Layer, parcel.Parcel), parcel.NetSquareMetres,
                    $"seed {seed} {parcel}");
            }
            foreach (OverlayPiece<int, string> piece in result.Pieces)
            {
                AssertClose(expected.Net(piece.Layer, piece.Parcel, piece.Zone), piece.NetSquareMetres,
                    $"seed {seed} {piece}");
            }
            Assert.Equal(expected.Pairs, result.Overlaps.Sum(overlap => overlap.Pairs));
        }
    }

    private static void AssertClose(double expected, double actual, string what) => Assert.True(
        Math.Abs(expected - actual) <= Math.Max(LeastSquareMetres, Relative * expected),
        $"{what}: {expected:R} expected");

    /// <summary>What is left of each parcel, cut near the origin, so that rounding is small.</summary>
    private sealed class Expected
    {
        private readonly AreaCut _cut = new();
        private readonly Dictionary<(int Layer, int Parcel), Geometry> _left = [];
        private readonly Dictionary<int, Geometry> _zones;

        public Expected(SurveyScene scene)
        {
            Coordinate corner = scene.Zones[0].Geometry.EnvelopeInternal.Centre;
            var toOrigin = AffineTransformation.TranslationInstance(
                -Math.Round(corner.X), -Math.Round(corner.Y));
            _zones = scene.Zones.ToDictionary(zone => zone.Key, zone => toOrigin.Transform(zone.Geometry));
            var higher = new List<Geometry>();
            for (int layer = 0; layer < scene.Parcels.Length; layer++)
            {
                for (int parcel = 0; parcel < scene.Parcels[layer].Parcels.Count; parcel++)
                {
                    Geometry whole = toOrigin.Transform(scene.Parcels[layer].Parcels[parcel].Geometry);
                    Geometry left = whole;
                    foreach (Geometry other in higher)
                    {
                        if (!other.EnvelopeInternal.Intersects(whole.EnvelopeInternal)) continue;
                        double common = EllipsoidArea.SquareMetres(_cut.Intersection(whole, other));
                        bool isGone = EllipsoidArea.SquareMetres(left) <= LeastSquareMetres;
                        if (common >= PairSquareMetres && !isGone) Pairs++;
                        left = _cut.Difference(left, other);
                    }
                    higher.Add(whole);
                    _left[(layer, parcel)] = left;
                }
            }
        }

        /// <summary>Parcels that share at least 1 cm², the second not taken wholly by those before.</summary>
        public int Pairs { get; }

        public double Net(int layer, int parcel) => EllipsoidArea.SquareMetres(_left[(layer, parcel)]);

        public double Net(int layer, int parcel, int zone) =>
            EllipsoidArea.SquareMetres(_cut.Intersection(_left[(layer, parcel)], _zones[zone]));
    }
}
