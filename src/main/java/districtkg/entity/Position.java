package districtkg.entity;

import districtkg.graph.Ref;

/**
 * A position, as its source gives it.
 *
 * @param longitude in degrees of WGS 84
 * @param latitude in degrees of WGS 84
 * @param at the place with the position: the thing itself, or the nearest surrounding one
 */
public record Position(double longitude, double latitude, Ref at) {}
